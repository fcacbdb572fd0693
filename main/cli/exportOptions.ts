import {
  type ExportFormat,
  FORMAT_NAMES,
  type FragmentTarget,
  type MarkdownProfileName,
  PICTURE_PLACES,
  type PicturePlace,
  PROFILE_NAMES,
  REVIEW_TEXT_NAMES,
  type ReviewText,
  showsChanges,
  TARGET_NAMES,
} from '../../shared/domain/exports'
import { PAGE_THEME_NAMES } from '../../shared/domain/pageThemes'
import { type Help, readArgs, type Usage, usage } from './usage'

export interface ExportOptions {
  readonly to: ExportFormat
  readonly target?: FragmentTarget
  readonly profile?: MarkdownProfileName
  readonly pictures?: PicturePlace
  /** HTML, PDF and EPUB: a design's name, or the path of a style of one's own. */
  readonly theme?: string
  readonly frontMatter: boolean
  readonly review?: ReviewText
  /** For a folder: a page that lists the articles, and a feed of them. */
  readonly index: boolean
  readonly feed: boolean
  /** The address at which the folder is published. */
  readonly site?: string
  /** `-` prints; absent: beside each file. */
  readonly out?: string
}

export interface ExportCommand {
  readonly kind: 'export'
  readonly files: readonly string[]
  readonly options: ExportOptions
}

function isOneOf<T extends string>(names: readonly T[], name: string): name is T {
  return (names as readonly string[]).includes(name)
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}

const OPTIONS = {
  to: { type: 'string' },
  fragment: { type: 'boolean', default: false },
  for: { type: 'string' },
  profile: { type: 'string' },
  pictures: { type: 'string' },
  review: { type: 'string' },
  theme: { type: 'string' },
  'no-front-matter': { type: 'boolean', default: false },
  index: { type: 'boolean', default: false },
  feed: { type: 'boolean', default: false },
  site: { type: 'string' },
  out: { type: 'string', short: 'o' },
} as const

/** Reads what follows `galley export`. */
export function readExport(args: readonly string[]): ExportCommand | Usage | Help {
  return readArgs('export', args, OPTIONS, ({ values, positionals }) =>
    checked(values, positionals),
  )
}

interface Values {
  readonly to?: string | undefined
  readonly fragment: boolean
  readonly for?: string | undefined
  readonly profile?: string | undefined
  readonly pictures?: string | undefined
  readonly review?: string | undefined
  readonly theme?: string | undefined
  readonly 'no-front-matter': boolean
  readonly index: boolean
  readonly feed: boolean
  readonly site?: string | undefined
  readonly out?: string | undefined
}

/** Options that mean something for one format alone. */
function misplaced(values: Values): string | null {
  const { to } = values
  if (values.fragment && to !== 'html') return '--fragment goes with --to html'
  if (values.for !== undefined && to !== 'html') return '--for goes with --to html'
  if (values.pictures !== undefined && to !== 'html') return '--pictures goes with --to html'
  if (values.theme !== undefined && !['html', 'pdf', 'epub'].includes(to ?? '')) {
    return '--theme goes with --to html, --to pdf or --to epub'
  }
  if (values.profile !== undefined && to !== 'markdown') return '--profile goes with --to markdown'
  if (values['no-front-matter'] && to !== 'markdown') {
    return '--no-front-matter goes with --to markdown'
  }
  if (values.review === 'marked' && values.for !== undefined) {
    return '--review marked goes with a whole page'
  }
  if ((values.index || values.feed) && to !== 'html') return '--index and --feed go with --to html'
  return null
}

/** A theme or an address that cannot be one. */
function misspelled({ theme, site, out }: Values): string | null {
  if (theme !== undefined && !isOneOf(PAGE_THEME_NAMES, theme) && !/\.css$/i.test(theme)) {
    return `--theme takes ${listed(PAGE_THEME_NAMES)} or a .css file, not “${theme}”`
  }
  if (site !== undefined && !/^https?:\/\/[^/]/i.test(site)) {
    return `--site takes a web address, not “${site}”`
  }
  return out === '' ? '--out needs a path' : null
}

function checked(values: Values, files: readonly string[]): ExportCommand | Usage {
  const { to, for: place, profile, pictures, review, theme, site, out } = values
  if (to === undefined) return usage('export', `--to is needed: ${listed(FORMAT_NAMES)}`)
  if (!isOneOf(FORMAT_NAMES, to)) {
    return usage('export', `--to takes ${listed(FORMAT_NAMES)}, not “${to}”`)
  }
  const wrong = misplaced(values) ?? misspelled(values)
  if (wrong !== null) return usage('export', wrong)
  if (place !== undefined && !isOneOf(TARGET_NAMES, place)) {
    return usage('export', `--for takes ${listed(TARGET_NAMES)}, not “${place}”`)
  }
  if (profile !== undefined && !isOneOf(PROFILE_NAMES, profile)) {
    return usage('export', `--profile takes ${listed(PROFILE_NAMES)}, not “${profile}”`)
  }
  if (pictures !== undefined && !isOneOf(PICTURE_PLACES, pictures)) {
    return usage('export', `--pictures takes ${listed(PICTURE_PLACES)}, not “${pictures}”`)
  }
  if (review !== undefined && !isOneOf(REVIEW_TEXT_NAMES, review)) {
    return usage('export', `--review takes ${listed(REVIEW_TEXT_NAMES)}, not “${review}”`)
  }
  if (review === 'marked' && !showsChanges(to)) {
    return usage('export', `--review marked goes with html, markdown, docx or pdf, not ${to}`)
  }
  if (files.length === 0) return usage('export', 'a file is needed')
  const target = place ?? (values.fragment ? 'site' : undefined)
  return {
    kind: 'export',
    files,
    options: {
      to,
      frontMatter: !values['no-front-matter'],
      index: values.index,
      feed: values.feed,
      ...{ target, profile, pictures, review, theme, site, out },
    },
  }
}
