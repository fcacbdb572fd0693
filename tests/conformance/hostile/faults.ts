import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'

/** Elements of a page's frame, which Markdown keeps and a whole page has no use for. */
const BOXES = ['section', 'nav', 'address', 'center', 'hgroup', 'aside']

/** All that may stand in any export: what is not here could act, or reach the network by itself. */
const ELEMENTS = new Set(
  (
    'html head body main meta title link style script article header section footer h1 h2 h3 h4 h5 h6 p a img figure ' +
    'figcaption blockquote cite ul ol li dl dt dd pre code kbd samp var table caption thead tbody tfoot tr th td ' +
    'hr br em strong b i u s del ins sub sup small mark span time abbr bdi bdo dfn q ruby rp rt wbr details ' +
    'summary div'
  ).split(' '),
)
const ADDRESSES_IN = ['href', 'src']

interface Kind {
  readonly isPage: boolean
  readonly isMarkdown?: boolean
}

/** What could act in some HTML, or reach the network by itself. */
export function faults(html: string, kind: Kind): readonly string[] {
  return faultsIn(fromHtml(html, { fragment: !kind.isPage }), kind)
}

/** Attributes that load, run or replace something, whatever their value. */
const ACTING = new Set(
  'style srcSet srcDoc ping formAction action background poster data xLinkHref is target name'.split(
    ' ',
  ),
)

function attributeFaults(tagName: string, name: string, value: unknown): readonly string[] {
  const found: string[] = []
  if (/^on/i.test(name)) found.push(name)
  if (ACTING.has(name) && !(tagName === 'meta' && name === 'name')) found.push(`${tagName} ${name}`)
  if (!ADDRESSES_IN.includes(name)) return found
  const address = String(value)
  const scheme = /^\s*([a-z][a-z\d+.-]*):/i.exec(address.replace(/[\t\n\r]/g, ''))?.[1]
  const isRaster = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,/.test(address)
  const isHarmless = scheme === undefined || /^(?:https?|mailto)$/i.test(scheme) || isRaster
  return isHarmless ? found : [...found, `${name}=${address}`]
}

function elementFaults(
  { tagName, properties }: Element,
  { isPage, isMarkdown }: Kind,
): readonly string[] {
  const found: string[] = []
  if (!ELEMENTS.has(tagName) && !(isMarkdown && BOXES.includes(tagName))) found.push(`<${tagName}>`)
  if (tagName === 'script' && !(isPage && properties.type === 'application/ld+json'))
    found.push('script')
  if (tagName === 'style' && !isPage) found.push('style')
  if (tagName === 'link' && String(properties.rel) !== 'canonical')
    found.push(`link ${properties.rel}`)
  const policy = properties.httpEquiv ?? 'Content-Security-Policy'
  if (tagName === 'meta' && String(policy) !== 'Content-Security-Policy')
    found.push('meta http-equiv')
  return found
}

/** The same of a tree. */
export function faultsIn(tree: Nodes, kind: Kind): readonly string[] {
  const found: string[] = []
  visit(tree, 'element', (node: Element) => {
    found.push(...elementFaults(node, kind))
    for (const [name, value] of Object.entries(node.properties)) {
      found.push(...attributeFaults(node.tagName, name, value))
    }
  })
  return found
}
