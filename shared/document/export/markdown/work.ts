import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Nodes, Parents, RootContent } from 'mdast'
import { renderBlock } from '../../html/block'
import type { RenderContext } from '../../html/context'
import type { MarkdownProfile } from './profile'
import { silentName, toSafeHtml } from './safeHtml'

/** What the export of one body goes by. */
export interface Work {
  readonly source: string
  readonly profile: MarkdownProfile
  readonly context: RenderContext
  /** What could act and was left out gathers here. */
  readonly left: Set<string>
}

export interface Span {
  readonly start: number
  readonly end: number
}

export function spanOf(node: Nodes | undefined): Span | null {
  const start = node?.position?.start.offset
  const end = node?.position?.end.offset
  return start === undefined || end === undefined ? null : { start, end }
}

/** A blank line would end the HTML, and an indented one be code; lines of code stay lines. */
export function onOneLine(html: string): string {
  return html
    .replace(/<pre[\s\S]*?<\/pre>/g, (code) => code.replaceAll('\n', '&#10;'))
    .replace(/\n+/g, ' ')
}

/** HTML as this profile's readers take it: for JSX every element is closed. */
export function htmlText(nodes: readonly Element[], { profile }: Work): string {
  const isJsx = profile.html === 'jsx'
  const html = toHtml([...nodes], isJsx ? { closeSelfClosing: true, tightSelfClosing: false } : {})
  // A blank line would end the HTML; in code it is one still.
  if (!isJsx) {
    return html
      .replace(/<pre[\s\S]*?<\/pre>/g, (code) => code.replaceAll('\n\n', '\n&#10;'))
      .replace(/\n+/g, '\n')
  }
  // A brace starts an expression in JSX, and words between its tags are Markdown still.
  return onOneLine(html).replace(/[{}\\*_`[\]~]/g, (mark) => `&#${mark.charCodeAt(0)};`)
}

export function rendered(node: RootContent, { context }: Work): Element[] {
  return renderBlock({ key: '', markdown: '', nodes: [node] }, context)
}

/** A block of raw HTML that may stay; what was HTML must not become Markdown by losing its first tag. */
export function rawText(html: string, isBlock: boolean, work: Work): string | null {
  if (work.profile.html === 'keep') return null
  const safe = toSafeHtml(html)
  for (const name of safe.left) work.left.add(name)
  if (safe.html === html) return null
  if (!isBlock || safe.beginsAsWritten || safe.html.trim() === '') return safe.html.trim()
  return `<div>\n${safe.html.trim().replace(/\n\s*\n/g, '\n')}\n</div>`
}

/** Elements among words, from tag to tag, that go with all that is in them. */
export function silentParts(node: Parents): readonly (Span & { readonly name: string })[] {
  if (!node.children.some(({ type }) => type === 'html')) return []
  return node.children.flatMap((child, index) => {
    const span = spanOf(child)
    const name = child.type === 'html' ? silentName(child.value) : null
    if (span === null || name === null) return []
    const close = node.children
      .slice(index + 1)
      .find((each) => each.type === 'html' && each.value.toLowerCase().startsWith(`</${name}`))
    return [{ start: span.start, end: spanOf(close)?.end ?? span.end, name }]
  })
}
