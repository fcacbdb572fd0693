import type { Root, RootContent } from 'mdast'
import { features } from '../../features'
import { holdsText } from '../../features/opaque'
import { parseMarkdown } from './parse'
import { writeMarkdown } from './write'

/** Parts of a construct that its parent's rule reads, so that they need no rule of their own. */
const PARTS = new Set(['root', 'listItem', 'tableRow', 'tableCell'])

const READ = new Set(
  features.flatMap((feature) => feature.markdown.importRules ?? []).map((rule) => rule.type),
)

type Tree = RootContent | Root

/**
 * Makes a parsed body ready for the editor, in place: the features note how things are written, and
 * whatever no feature reads is turned into opaque nodes that keep its source, so that nothing can
 * vanish on the way in. `markdown` is the text that `tree` was parsed from.
 */
export function prepareForEditor(tree: Root, markdown: string): Root {
  for (const feature of features) feature.markdown.prepare?.(tree, markdown)
  keepTheRest(tree, markdown)
  return tree
}

/** Parses Markdown for the editor. */
export function parseForEditor(markdown: string): Root {
  return prepareForEditor(parseMarkdown(markdown), markdown)
}

function keepTheRest(node: Tree, source: string): void {
  if (!('children' in node)) return
  const children = node.children as RootContent[]
  children.forEach((child, index) => {
    const isRead = (READ.has(child.type) || PARTS.has(child.type)) && !isVerbatim(child)
    if (isRead) {
      keepTheRest(child, source)
      return
    }
    children[index] = holdsText(node.type)
      ? { type: 'opaqueText', value: sourceOf(child, source, node) }
      : {
          type: 'opaqueFlow',
          kind: 'other',
          value: sourceOf(child, source, node),
          position: child.position,
        }
  })
}

function isVerbatim(node: RootContent): boolean {
  return node.data !== undefined && 'verbatim' in node.data && node.data.verbatim === true
}

/**
 * The source of a node. At the top level and inside one line it is a slice of the file; inside a
 * quotation or a list item a slice would carry the container's own marks on its later lines.
 */
function sourceOf(node: RootContent, source: string, parent: Tree): string {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start !== undefined && end !== undefined) {
    const slice = source.slice(start, end)
    if (parent.type === 'root' || !/[\r\n]/.test(slice)) return slice
  }
  return writeMarkdown([node])
}
