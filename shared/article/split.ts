import { isMap } from 'yaml'
import { readYaml } from './yaml'

/** How front matter is written; `none` when the file has no front matter. */
export type FrontMatterFormat = 'none' | 'yaml' | 'toml' | 'json'

export interface SplitArticle {
  /** The front matter with its fences and the line ending after the closing one; `''` when there is none. */
  readonly frontMatter: string
  readonly format: FrontMatterFormat
  /** The text between the fences (the whole object for JSON). */
  readonly data: string
  readonly body: string
}

const LINE = /([^\r\n]*)(\r\n|\r|\n|$)/y

function lineAt(text: string, offset: number): { readonly content: string; readonly end: number } {
  LINE.lastIndex = offset
  const match = LINE.exec(text)
  return { content: match?.[1] ?? '', end: LINE.lastIndex }
}

/** A key at the start: what follows is a mapping, or one that is malformed. */
const BEGINS_WITH_KEY = /^[A-Za-z_][\w-]*:(?:[ \r\n]|$)/

/** Whether text between two `---` lines is front matter rather than prose between two dividers. */
function isYamlMapping(data: string): boolean {
  if (BEGINS_WITH_KEY.test(data) || data.trim() === '') return true
  if (data.length > MAX_FRONT_MATTER) return /^[\w-]+\s*:/.test(data)
  const { document, problem } = readYaml(data)
  if (isMap(document?.contents)) return true
  // A malformed mapping stays front matter, so that it is shown as such and never becomes prose.
  return problem !== null && /^[\w-]+\s*:(\s|$)/m.test(data)
}

/** Longest front matter that is parsed, in UTF-16 units; a longer one is kept and shown as text. */
export const MAX_FRONT_MATTER = 65_536

function fenced(
  text: string,
  fence: '---' | '+++',
  isEnd: (line: string) => boolean,
): { readonly data: string; readonly end: number } | null {
  const first = lineAt(text, 0)
  if (first.content.trimEnd() !== fence || first.end === first.content.length) return null
  for (let offset = first.end; offset < text.length; ) {
    const line = lineAt(text, offset)
    if (isEnd(line.content.trimEnd())) {
      return { data: text.slice(first.end, offset), end: line.end }
    }
    offset = line.end
  }
  return null
}

function jsonObject(text: string): { readonly data: string; readonly end: number } | null {
  if (!/^\{\s*(["}]|[\r\n])/.test(text)) return null
  const end = endOfObject(text)
  if (end === null) return null
  // The rest of its line belongs to it, and holds nothing but blanks.
  const rest = lineAt(text, end)
  if (rest.content.trim() !== '') return null
  const data = text.slice(0, end + rest.content.length)
  try {
    JSON.parse(data)
    return { data, end: rest.end }
  } catch {
    return null
  }
}

/** Where the object ends that a text begins with: its brackets are counted, for parsing each beginning takes too long. */
function endOfObject(text: string): number | null {
  const signs = /["\\[\]{}]/g
  let depth = 0
  let isString = false
  for (let match = signs.exec(text); match; match = signs.exec(text)) {
    if (match.index >= MAX_FRONT_MATTER) return null
    const [sign] = match
    if (sign === '"') isString = !isString
    else if (sign === '\\') signs.lastIndex++
    else if (isString) continue
    else if (sign === '{' || sign === '[') depth++
    else if (--depth === 0) return signs.lastIndex
  }
  return null
}

/**
 * Parts an article's text into front matter and body; joined again they are `text`, byte for byte.
 * YAML between `---` lines (closed by `---` or `...`), TOML between `+++` lines, or one JSON object.
 */
export function splitArticle(text: string): SplitArticle {
  const yaml = fenced(text, '---', (line) => line === '---' || line === '...')
  if (yaml && isYamlMapping(yaml.data)) return part(text, 'yaml', yaml)
  const toml = fenced(text, '+++', (line) => line === '+++')
  if (toml) return part(text, 'toml', toml)
  const json = jsonObject(text)
  if (json) return part(text, 'json', json)
  return { frontMatter: '', format: 'none', data: '', body: text }
}

function part(
  text: string,
  format: FrontMatterFormat,
  { data, end }: { readonly data: string; readonly end: number },
): SplitArticle {
  return { frontMatter: text.slice(0, end), format, data, body: text.slice(end) }
}
