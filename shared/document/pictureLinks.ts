import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { readMeta, splitArticle } from '../article'
import { parseMarkdown } from './markdown/parse'

/** A place in an article's text that names a picture. */
export interface PictureLink {
  /** The address as a reader of the Markdown has it. */
  readonly url: string
  /** Offsets of the address in the text; `null` where it is not written as it reads. */
  readonly range: { readonly start: number; readonly end: number } | null
  /** Whether it stands between angle brackets or quotation marks, where spaces need no escape. */
  readonly isQuoted: boolean
}

const DESTINATION = /(<[^<>\r\n]*>|[^\s<][^\s]*?)(?=\)|[ \t\r\n]+["'(]|\s*$)/

/** A destination as it is written, and where in its node. */
export interface Written {
  readonly at: number
  readonly source: string
  readonly url: string
}

/** Every picture that an article names: above the text, inline, by a definition, or in HTML. */
export function pictureLinks(text: string): readonly PictureLink[] {
  const { frontMatter, body } = splitArticle(text)
  const links: PictureLink[] = []
  const lead = readMeta(frontMatter).meta.lead.src
  if (lead !== '') links.push({ url: lead, range: onlyPlace(frontMatter, lead), isQuoted: true })
  const tree = parseMarkdown(body)
  const shown = new Set<string>()
  visit(tree, 'imageReference', ({ identifier }) => {
    shown.add(identifier)
  })
  visit(tree, (node) => {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start === undefined || end === undefined) return
    for (const { at, source, url } of destinations(node, body.slice(start, end), shown)) {
      const from = frontMatter.length + start + at
      const isQuoted = node.type === 'html' || source.startsWith('<')
      const edge = source.startsWith('<') ? 1 : 0
      const range = { start: from + edge, end: from + source.length - edge }
      links.push({ url, range, isQuoted })
    }
  })
  return links
}

function destinations(node: Nodes, source: string, shown: ReadonlySet<string>): readonly Written[] {
  switch (node.type) {
    case 'image':
      return inlineDestination(source, node.url)
    case 'definition': {
      if (!shown.has(node.identifier)) return []
      const label = /^\[(?:[^\]\\]|\\.)*\]:\s*/.exec(source)?.[0].length ?? 0
      return destinationAt(source, label, node.url)
    }
    case 'html':
      return [...source.matchAll(/<img\b[^<>]*?\ssrc\s*=\s*(["'])([^"'<>]*)\1/gi)].map((found) => {
        const url = found[2] ?? ''
        return { at: found.index + found[0].length - 1 - url.length, source: url, url }
      })
    default:
      return []
  }
}

/** The destination stands behind the description, which may hold brackets itself. */
export function inlineDestination(source: string, url: string): readonly Written[] {
  for (let at = source.lastIndexOf(']('); at > 0; at = source.lastIndexOf('](', at - 1)) {
    const space = /^\s*/.exec(source.slice(at + 2))?.[0].length ?? 0
    const found = destinationAt(source, at + 2 + space, url)
    if (found.length > 0) return found
  }
  return []
}

/** The destination that starts at `at`, where it is this address. */
export function destinationAt(source: string, at: number, url: string): readonly Written[] {
  const found = DESTINATION.exec(source.slice(at))
  const isIt = found?.index === 0 && reads(found[0], url)
  return isIt ? [{ at, source: found[0], url }] : []
}

function onlyPlace(text: string, part: string): PictureLink['range'] {
  const start = text.indexOf(part)
  const isOnly = start !== -1 && text.indexOf(part, start + 1) === -1
  return isOnly ? { start, end: start + part.length } : null
}

/** Whether a destination as written is this address: escapes and entities may stand in it. */
function reads(source: string, url: string): boolean {
  const bare = source.startsWith('<') ? source.slice(1, -1) : source
  return bare === url || bare.replace(/\\([!-/:-@[-`{-~])/g, '$1') === url || bare.includes('&')
}

/** The text with addresses of pictures replaced, and no other byte changed. */
export function withPictureLinks(
  text: string,
  changes: readonly { readonly link: PictureLink; readonly url: string }[],
): string {
  let result = text
  const inOrder = changes.flatMap(({ link, url }) =>
    link.range === null ? [] : [{ ...link.range, isQuoted: link.isQuoted, url }],
  )
  for (const { start, end, isQuoted, url } of inOrder.sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + (isQuoted ? url : escaped(url)) + result.slice(end)
  }
  return result
}

/** An address that Markdown reads as one: without spaces and brackets. */
function escaped(url: string): string {
  return url.replace(
    /[\s()<>\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
}
