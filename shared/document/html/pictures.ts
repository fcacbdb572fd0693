import type { Element, Nodes, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { isRelative } from './addresses'

/** A picture's bytes as the backend hands them out; the type is sniffed, never taken from a name. */
export interface Asset {
  readonly type: string
  readonly base64: string
}

const TYPES = /^image\/(?:avif|gif|jpeg|png|svg\+xml|webp)$/
const BASE64 = /^[a-zA-Z\d+/]*={0,2}$/

/** The picture as an address that holds it. In an `img` even an SVG runs nothing. Null for what is no picture. */
export function dataAddress({ type, base64 }: Asset): string | null {
  return TYPES.test(type) && BASE64.test(base64) ? `data:${type};base64,${base64}` : null
}

function pictures(tree: Nodes): Element[] {
  const found: Element[] = []
  visit(tree, 'element', (node) => {
    if (node.tagName === 'img') found.push(node)
  })
  return found
}

/** Addresses of the pictures that are found beside the article, each once, as they stand in the HTML. */
export function relativePictures(tree: Nodes): readonly string[] {
  const addresses = pictures(tree).map((node) => String(node.properties.src))
  return [...new Set(addresses.filter(isRelative))]
}

/** The path a picture's address means: without query and fragment, and with its escapes undone. */
export function pathOfPicture(address: string): string {
  const path = address.replace(/[?#].*$/s, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Puts data in the place of addresses. The tree is the caller's own and is changed. */
export function embedPictures(tree: Root, data: ReadonlyMap<string, string>): void {
  for (const node of pictures(tree)) {
    const address = data.get(String(node.properties.src))
    if (address !== undefined) node.properties.src = address
  }
}
