import {
  type LineEnding,
  lineEndingOf,
  readMeta,
  splitArticle,
  withLineEnding,
} from '../../../article'
import type { MarkdownProfileName } from '../../../domain/exports'
import { createRenderContext, headlineOf } from '../../html'
import { spansOf } from '../../html/spans'
import { parseMarkdown } from '../../markdown/parse'
import { definitionEdits, notesText } from './body'
import { applyEdits } from './edits'
import { writeFrontMatter } from './frontMatter'
import type { MarkdownProfile } from './profile'
import { PROFILES } from './profiles'
import { spanEdits } from './spanEdits'

export { PROFILES }

const EMPTY_FRONT_MATTER = '---\n---\n'
/** Text that a reader would take for front matter where there is none. */
const LIKE_FRONT_MATTER = /^(?:---|\+\+\+|\{)/

function guarded(body: string, { guard }: MarkdownProfile): string {
  if (!guard?.when.test(body)) return body
  const inside = body.replace(guard.closing, guard.literal)
  return `${guard.open}\n${inside.replace(/^\n/, '').replace(/\n?$/, '\n')}${guard.close}\n`
}

/** Text that starts a heading or a quotation must not end it early. */
function oneLine(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
}

/** An article's text in the dialect of a profile. Its line ending stays. */
export function toMarkdownProfile(text: string, name: MarkdownProfileName): string {
  return exportProfile(text, name).content
}

/** The same, with sentences about what could not be exported as written. */
export function exportProfile(
  text: string,
  name: MarkdownProfileName,
): { readonly content: string; readonly problems: readonly string[] } {
  const profile = PROFILES[name]
  if (profile.frontMatter === 'written') return { content: text, problems: [] }
  const ending: LineEnding = lineEndingOf(text)
  const { frontMatter, body } = splitArticle(withLineEnding(text, '\n'))
  const { meta } = readMeta(frontMatter)
  const blocks = parseMarkdown(body).children.map((node, index) => ({
    key: String(index),
    markdown: '',
    nodes: [node],
  }))
  const content = { meta, blocks }
  const context = createRenderContext(content)
  const left = new Set<string>()
  const work = { source: body, profile, context, left }
  const edits = [
    ...spansOf(blocks).flatMap((span) => spanEdits(span, work)),
    ...definitionEdits(context.definitions.values(), work),
  ]
  const changed = guarded(applyEdits(body, edits) + notesText(meta.lang, work), profile)
  const top =
    profile.frontMatter === 'heading'
      ? headings(meta.title, meta.standfirst)
      : writeFrontMatter(frontMatter, headlineOf(content, context), profile.frontMatter)
  const rest = changed.replace(/^\n+/, '')
  const isNeeded =
    profile.frontMatter !== 'heading' && (profile.needsFrontMatter || LIKE_FRONT_MATTER.test(rest))
  const head = top === '' && isNeeded ? EMPTY_FRONT_MATTER : top
  return {
    content: withLineEnding(head === '' ? rest : `${head}\n${rest}`, ending),
    problems:
      left.size === 0
        ? []
        : [`HTML and addresses that could act were left out: ${[...left].join(', ')}.`],
  }
}

function headings(title: string, standfirst: string): string {
  return [
    title === '' ? '' : `# ${oneLine(title)}\n`,
    standfirst === '' ? '' : `${oneLine(standfirst)}\n`,
  ]
    .filter((part) => part !== '')
    .join('\n')
}
