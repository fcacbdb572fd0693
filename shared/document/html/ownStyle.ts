import type { CssNode, List } from 'css-tree'
import generate from 'css-tree/generator'
import parse from 'css-tree/parser'
import walker from 'css-tree/walker'

export interface OwnStyle {
  readonly css: string
  /** Sentences about what was left out, with its line. */
  readonly problems: readonly string[]
}

/** Rules that hold others and load nothing. */
const AT_RULES = new Set(['media', 'supports', 'page', 'container', 'keyframes'])
/** Functions that load, by the end of their names: `-webkit-image-set` is one, too. */
const LOADING = /(?:^|-)(?:url|src|image|image-set|cross-fade|element|paint|expression)$/i
const PROPERTIES = /^(?:behavior|-moz-binding)$/i

/** Whether a part of a style may load something, or cannot be told not to. */
function mayLoad(node: CssNode): boolean {
  // A name that is spelled with escapes may be any other.
  const isLoading = (name: string) => name.includes('\\') || LOADING.test(name)
  const found = walker.find(node, (each) => {
    if (each.type === 'Function') return isLoading(each.name)
    // What no condition is yet may be one some day.
    if (each.type === 'GeneralEnclosed') return isLoading(each.function ?? '')
    return each.type === 'Url' || each.type === 'Raw'
  })
  return found !== null
}

function isBad(node: CssNode): string | null {
  switch (node.type) {
    case 'Declaration': {
      const { property } = node
      if (PROPERTIES.test(property) || property.includes('\\')) return `“${property}”`
      return mayLoad(node.value) ? `“${property}”` : null
    }
    case 'Atrule':
      if (!AT_RULES.has(node.name.toLowerCase())) return `“@${node.name}”`
      return node.prelude && mayLoad(node.prelude) ? `“@${node.name}”` : null
    case 'Rule':
      return mayLoad(node.prelude) ? 'a selector that cannot be read' : null
    case 'Raw':
      return 'what cannot be read'
    default:
      return null
  }
}

function read(css: string): CssNode {
  return parse(css, { positions: true, parseCustomProperty: true, onParseError: () => undefined })
}

/** Nothing in a style ends the element that it stands in. */
const inElement = (css: string): string => css.replace(/<(?=[/!])/g, '<\\')

/**
 * A person's own style for pages, without anything that would load: no addresses, imports or fonts.
 * What cannot be read is left out as well, since a browser might read it as something else.
 */
export function cleanStyle(source: string, file: string): OwnStyle {
  const tree = read(source)
  const problems: string[] = []
  const clean = (nodes: List<CssNode>): void => {
    nodes.forEach((node, item) => {
      const bad = isBad(node)
      // What stands in a comment is for whoever reads the file.
      if (node.type === 'Comment') nodes.remove(item)
      else if (bad !== null) {
        const line = node.loc?.start.line ?? 1
        problems.push(
          `${file}, line ${line}: ${bad} was left out; a page’s style may load nothing.`,
        )
        nodes.remove(item)
      } else if ((node.type === 'Rule' || node.type === 'Atrule') && node.block) {
        clean(node.block.children)
      }
    })
  }
  if (tree.type === 'StyleSheet') clean(tree.children)
  const css = inElement(generate(tree))
  // Read anew, as a browser will read it.
  const left = walker.find(read(css), (node) => isBad(node) !== null)
  if (left === null) return { css, problems }
  return { css: '', problems: [`${file}: it cannot be told to load nothing, so it is not used.`] }
}
