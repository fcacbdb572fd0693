import type { Element, ElementContent, Properties, Root } from 'hast'
import { sanitize } from 'hast-util-sanitize'
import { isExternal, safeLink, safePicture } from './addresses'
import type { GatheredRules } from './gather'

/** A picture without an address that may be loaded leaves its words. */
function cleanPicture(node: Element): ElementContent[] {
  const { src, alt } = node.properties
  const address = typeof src === 'string' ? safePicture(src) : null
  const words = typeof alt === 'string' ? alt : ''
  if (address === null) return words === '' ? [] : [{ type: 'text', value: words }]
  const properties = { ...node.properties, src: address, alt: words }
  return [{ type: 'element', tagName: 'img', properties, children: [] }]
}

function cleanLink(node: Element, inLink: boolean): ElementContent[] {
  // HTML has no link inside a link: a parser would end the outer one there.
  if (inLink) {
    const { id } = node.properties
    const children = cleanAll(node.children, inLink)
    if (id === undefined) return children
    return [{ type: 'element', tagName: 'span', properties: { id }, children }]
  }
  const { href, rel: _rel, ...properties } = node.properties
  const address = typeof href === 'string' ? safeLink(href) : null
  if (address !== null) {
    properties.href = address
    if (isExternal(address)) properties.rel = ['external', 'noopener']
  }
  const children = cleanAll(node.children, true)
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

function clean(node: ElementContent, inLink: boolean): ElementContent[] {
  switch (node.type) {
    case 'text':
      return [{ type: 'text', value: plainLines(node.value) }]
    case 'element': {
      const properties = plainProperties(node.properties)
      if (node.tagName === 'img') return cleanPicture({ ...node, properties })
      if (node.tagName === 'a') return cleanLink({ ...node, properties }, inLink)
      const { tagName } = node
      return [{ type: 'element', tagName, properties, children: cleanAll(node.children, inLink) }]
    }
    default:
      return []
  }
}

function cleanAll(nodes: readonly ElementContent[], inLink: boolean): ElementContent[] {
  return nodes.flatMap((node) => clean(node, inLink))
}

/** Puts addresses right, drops positions and comments, and then lets through only what the rules allow. */
export function cleanTree(tree: Root, rules: GatheredRules): Root {
  const children = cleanAll(tree.children as ElementContent[], false)
  const safe = sanitize({ type: 'root', children }, rules.schema)
  return safe.type === 'root' ? safe : { type: 'root', children: [safe as ElementContent] }
}
