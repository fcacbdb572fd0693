import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { splitArticle } from '../article'
import { parseMarkdown } from './markdown/parse'
import { destinationAt, inlineDestination, type PictureLink, type Written } from './pictureLinks'

/** Every link that an article's text names: inline, by a definition, or in HTML. */
export function articleLinks(text: string): readonly PictureLink[] {
  const { frontMatter, body } = splitArticle(text)
  const links: PictureLink[] = []
  visit(parseMarkdown(body), (node) => {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start === undefined || end === undefined) return
    for (const { at, source, url } of destinations(node, body.slice(start, end))) {
      const edge = source.startsWith('<') ? 1 : 0
      const from = frontMatter.length + start + at
      const range = { start: from + edge, end: from + source.length - edge }
      links.push({ url, range, isQuoted: node.type === 'html' || edge === 1 })
    }
  })
  return links
}

function destinations(node: Nodes, source: string): readonly Written[] {
  switch (node.type) {
    case 'link':
      // An address that is written as itself is one on the web.
      return source.startsWith('[') ? inlineDestination(source, node.url) : []
    case 'definition': {
      const label = /^\[(?:[^\]\\]|\\.)*\]:\s*/.exec(source)?.[0].length ?? 0
      return destinationAt(source, label, node.url)
    }
    case 'html':
      return [...source.matchAll(/<a\b[^<>]*?\shref\s*=\s*(["'])([^"'<>]*)\1/gi)].map((found) => {
        const url = found[2] ?? ''
        return { at: found.index + found[0].length - 1 - url.length, source: url, url }
      })
    default:
      return []
  }
}
