import type { Element, ElementContent } from 'hast'
import type { Blockquote, PhrasingContent } from 'mdast'
import { defaultHandlers, type State } from 'mdast-util-to-hast'
import { toString as textOf } from 'mdast-util-to-string'
import type { HtmlRules } from '../feature'
import { readAttribution } from './attribution'
import { type Piece, readParts } from './parts'
import { isPullMark } from './pull'

/** A pull quote says again what the article says, so it stands aside of it. */
function blockquote(state: State, node: Blockquote): Element {
  if (!isPullMark(node.children[0])) return quotation(state, node)
  const quote = quotation(state, { ...node, children: node.children.slice(1) })
  return {
    type: 'element',
    tagName: 'aside',
    properties: { className: ['pull-quote'] },
    children: state.wrap([quote], true),
  }
}

/** A quotation with a name is a figure, because the name is no part of what was said. */
function quotation(state: State, node: Blockquote): Element {
  const attributed = readAttribution(node)
  if (!attributed) return defaultHandlers.blockquote(state, node)
  const { body, attribution } = attributed
  const words = defaultHandlers.blockquote(state, { type: 'blockquote', children: [...body] })
  const source = webSource(state, attribution)
  if (source !== null) words.properties.cite = source
  const cite: Element = {
    type: 'element',
    tagName: 'cite',
    properties: {},
    children: withSpeaker(
      attribution,
      state.all({ type: 'paragraph', children: [...attribution] }),
    ),
  }
  const name: ElementContent = {
    type: 'element',
    tagName: 'figcaption',
    properties: {},
    children: [{ type: 'text', value: '— ' }, cite],
  }
  return {
    type: 'element',
    tagName: 'figure',
    properties: { className: ['quotation'] },
    children: state.wrap([words, name], true),
  }
}

/** The address on the web that the words are from: programs read it where people see a link. */
function webSource(state: State, line: readonly PhrasingContent[]): string | null {
  for (const node of line) {
    const link =
      node.type === 'linkReference'
        ? state.definitionById.get(node.identifier.toUpperCase())
        : node.type === 'link'
          ? node
          : undefined
    if (link !== undefined) return /^https?:/i.test(link.url) ? link.url : null
  }
  return null
}

/** The speaker set apart from the role and the source, where the line reads as these parts. */
function withSpeaker(
  line: readonly PhrasingContent[],
  children: readonly ElementContent[],
): ElementContent[] {
  const [first, ...rest] = children
  const pieces = line.map(pieceOf)
  const parts = pieces.includes(null) ? null : readParts(pieces.filter((piece) => piece !== null))
  if (parts === null || parts.speaker === '') return [...children]
  const speaker = (inside: ElementContent): Element => ({
    type: 'element',
    tagName: 'span',
    properties: { className: ['speaker'] },
    children: [inside],
  })
  if (first?.type === 'element') return [speaker(first), ...rest]
  if (first?.type !== 'text' || !first.value.startsWith(parts.speaker)) return [...children]
  const after = first.value.slice(parts.speaker.length)
  return [
    speaker({ type: 'text', value: parts.speaker }),
    ...(after === '' ? [] : [{ type: 'text' as const, value: after }]),
    ...rest,
  ]
}

function pieceOf(node: PhrasingContent): Piece | null {
  switch (node.type) {
    case 'text':
      return { kind: 'text', value: node.value }
    case 'emphasis':
      return { kind: 'emphasis', value: textOf(node) }
    case 'link':
    case 'linkReference':
      return { kind: 'link', value: textOf(node), href: '', isEmphasised: false }
    default:
      return null
  }
}

export const html: HtmlRules = {
  handlers: { blockquote },
  allow: {
    tagNames: ['blockquote', 'figure', 'figcaption', 'cite', 'aside'],
    attributes: {
      figure: [['className', 'quotation']],
      aside: [['className', 'pull-quote']],
      blockquote: ['cite'],
      span: [['className', 'speaker']],
    },
    protocols: { cite: ['http', 'https'] },
  },
}
