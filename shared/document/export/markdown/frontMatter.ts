import { parse as parseToml } from 'smol-toml'
import { stringify } from 'yaml'
import {
  entriesOf,
  flowList,
  keyFor,
  leadKeys,
  metaFrom,
  readFields,
  scalarText,
  splitArticle,
} from '../../../article'
import { META_KEYS, type MetaName } from '../../../domain/metaKeys'
import type { ArticleMeta } from '../../content'
import { safePicture } from '../../html/addresses'
import { webAddress } from '../../html/linkedData'
import type { FrontKey, FrontSource } from './profile'

const PUBLISHED = /^(?:published|live|public|)$/i

function sourceOf(meta: ArticleMeta, from: FrontSource): string | readonly string[] {
  switch (from) {
    case 'summary':
      return meta.description || meta.standfirst
    case 'leadSrc':
      return safePicture(meta.lead.src) ?? ''
    case 'canonical':
      return webAddress(meta.canonical)
    case 'leadAlt':
      return meta.lead.alt
    case 'leadCaption':
      return [meta.lead.caption, meta.lead.credit].filter((text) => text !== '').join(' ')
    case 'draft':
      return PUBLISHED.test(meta.status.trim()) ? '' : 'true'
    default:
      return meta[from]
  }
}

function written(value: string | readonly string[], { as, from, value: fixed }: FrontKey): string {
  if (from === 'draft') return fixed ?? 'true'
  const list = typeof value === 'string' ? [value] : value
  return as === 'list' ? flowList(list) : scalarText(list.join(', '))
}

/** Keys that are said in another way now. */
function spoken(frontMatter: string, keys: readonly FrontKey[]): ReadonlySet<string> {
  const { fields } = readFields(frontMatter)
  const names = Object.keys(META_KEYS) as MetaName[]
  const sources = new Set<string>(keys.map(({ from }) => from))
  const said = names.filter((name) => sources.has(name)).map((name) => keyFor(name, fields))
  const lead = leadKeys(fields)
  const parts = [
    ...(sources.has('leadSrc') ? [lead.src] : []),
    ...(sources.has('leadAlt') ? [lead.alt] : []),
    ...(sources.has('leadCaption') ? [lead.caption, lead.credit] : []),
    ...(sources.has('summary') ? [keyFor('description', fields)] : []),
    ...(sources.has('draft') ? [keyFor('status', fields)] : []),
  ]
  return new Set([...said, ...parts.map((key) => key.replace(/\..*/, ''))])
}

/** What the profile has no key for goes along as it is written. */
function others(frontMatter: string, taken: ReadonlySet<string>): string {
  const { format, data } = splitArticle(frontMatter)
  if (format === 'yaml') {
    const entries = entriesOf(data) ?? new Map<string, string>()
    return [...entries]
      .filter(([key]) => key !== '' && !taken.has(key))
      .map(([, source]) => source.replace(/\r\n?/g, '\n').trimEnd())
      .join('\n')
  }
  if (format === 'none') return ''
  const parsed: unknown = format === 'toml' ? parseToml(data) : JSON.parse(data)
  const kept = Object.entries(parsed ?? {}).filter(([key]) => !taken.has(key))
  return kept.length === 0 ? '' : stringify(Object.fromEntries(kept)).trimEnd()
}

/** Front matter under a profile's own keys, with its fences; `\n` line endings. */
export function writeFrontMatter(
  frontMatter: string,
  headline: string,
  keys: readonly FrontKey[],
): string {
  const { fields, problem } = readFields(frontMatter)
  const meta = { ...metaFrom(fields), title: headline }
  const lines: string[] = []
  let map = ''
  for (const key of keys) {
    const value = sourceOf(meta, key.from)
    if (value.length === 0) continue
    const [outer = '', inner] = key.key.split('.')
    if (inner !== undefined && map !== outer) lines.push(`${outer}:`)
    map = inner === undefined ? '' : outer
    const text = written(value, key)
    lines.push(inner === undefined ? `${outer}: ${text}` : `  ${inner}: ${text}`)
  }
  const own = new Set(keys.map(({ key }) => key.replace(/\..*/, '')))
  const rest =
    problem === undefined
      ? others(frontMatter, new Set([...own, ...spoken(frontMatter, keys)]))
      : ''
  if (rest !== '') lines.push(rest)
  return lines.length === 0 ? '' : `---\n${lines.join('\n')}\n---\n`
}
