import type { Element, ElementContent, Properties, Root } from 'hast'
import { sanitize } from 'hast-util-sanitize'
import { isExternal, safeLink, safePicture } from './addresses'
import { toFlow } from './flow'
import type { GatheredRules } from './gather'

/** Boxes that an article has no use for; where one begins and ends, a paragraph does. */
export const BOXES: ReadonlySet<string> = new Set(
  (
    'address article center dialog div fieldset footer form header hgroup legend main menu nav ' +
    'search section'
  ).split(' '),
)

/** Elements that may hold paragraphs. */
const HOLDS_PARAGRAPHS = new Set([
  ...BOXES,
  'aside',
  'blockquote',
  'dd',
  'details',
  'figcaption',
  'figure',
  'li',
  'td',
  'th',
])

/** Where a node stands, as far as it matters for what may stand there. */
interface Place {
  readonly inLink: boolean
  readonly holdsParagraphs: boolean
}

function cleanBox(node: Element, place: Place): ElementContent[] {
  const children = cleanAll(node.children, place)
  if (place.holdsParagraphs) return toFlow(children)
  const gap: ElementContent = { type: 'text', value: ' ' }
  return [gap, ...children, gap]
}

/** A picture without an address that may be loaded leaves its words. */
function cleanPicture(node: Element): ElementContent[] {
  const { src, alt } = node.properties
  const address = typeof src === 'string' ? safePicture(src) : null
  const words = typeof alt === 'string' ? alt : ''
  if (address === null) return words === '' ? [] : [{ type: 'text', value: words }]
  const properties = { ...node.properties, src: address, alt: words }
  return [{ type: 'element', tagName: 'img', properties, children: [] }]
}

function cleanLink(node: Element, place: Place): ElementContent[] {
  // HTML has no link inside a link: a parser would end the outer one there.
  if (place.inLink) {
    const { id } = node.properties
    const children = cleanAll(node.children, place)
    if (id === undefined) return children
    return [{ type: 'element', tagName: 'span', properties: { id }, children }]
  }
  const { href, rel: _rel, ...properties } = node.properties
  const address = typeof href === 'string' ? safeLink(href) : null
  if (address !== null) {
    properties.href = address
    if (isExternal(address)) properties.rel = ['external', 'noopener']
  }
  const children = cleanAll(node.children, { inLink: true, holdsParagraphs: false })
  return [{ type: 'element', tagName: 'a', properties, children }]
}

/** Line ends as whoever reads the page will have them: no HTML file can hold any other. */
function plainLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

function plainProperties(properties: Properties): Properties {
  const plain = { ...properties }
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'string') plain[name] = plainLines(value)
  }
  return plain
}

function clean(node: ElementContent, place: Place): ElementContent[] {
  switch (node.type) {
    case 'text':
      return [{ type: 'text', value: plainLines(node.value) }]
    case 'element': {
      const properties = plainProperties(node.properties)
      if (node.tagName === 'img') return cleanPicture({ ...node, properties })
      if (node.tagName === 'a') return cleanLink({ ...node, properties }, place)
      const { tagName } = node
      if (BOXES.has(tagName)) return cleanBox(node, place)
      const inside = { ...place, holdsParagraphs: HOLDS_PARAGRAPHS.has(tagName) }
      return [{ type: 'element', tagName, properties, children: cleanAll(node.children, inside) }]
    }
    default:
      return []
  }
}

function cleanAll(nodes: readonly ElementContent[], place: Place): ElementContent[] {
  return nodes.flatMap((node) => clean(node, place))
}

/** Puts addresses right, drops positions and comments, and then lets through only what the rules allow. */
export function cleanTree(tree: Root, rules: GatheredRules): Root {
  const children = cleanAll(tree.children as ElementContent[], {
    inLink: false,
    holdsParagraphs: true,
  })
  const safe = sanitize({ type: 'root', children }, rules.schema)
  return safe.type === 'root' ? safe : { type: 'root', children: [safe as ElementContent] }
}
