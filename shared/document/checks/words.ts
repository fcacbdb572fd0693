import type { Nodes } from 'mdast'
import type { Block } from '../content'

/** Text that a reader reads as running words: no code, no raw HTML. A node boundary is no word boundary. */
export function proseOf(block: Block): string {
  return block.nodes.map(prose).join('\n')
}

function prose(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value
    case 'code':
    case 'inlineCode':
    case 'html':
    case 'definition':
      // Keeps the words around it apart.
      return node.type === 'inlineCode' ? '\u{FFFC}' : ''
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
      return ''
    case 'break':
      return '\n'
    default:
      return 'children' in node ? node.children.map(prose).join(isContainer(node) ? '\n' : '') : ''
  }
}

function isContainer({ type }: Nodes): boolean {
  return ['list', 'listItem', 'blockquote', 'table', 'tableRow', 'footnoteDefinition'].includes(
    type,
  )
}

/** Every node of a block, outermost first. Without recursion, for a hostile text may nest deep. */
export function nodesOf(block: Block): readonly Nodes[] {
  const found: Nodes[] = []
  const rest: Nodes[] = [...block.nodes].reverse()
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    found.push(node)
    if (!('children' in node)) continue
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index]
      if (child) rest.push(child)
    }
  }
  return found
}

/** The start of a text, to be shown in a sentence. */
export function excerpt(text: string, length = 40): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= length ? line : `${line.slice(0, length).replace(/\s\S*$/, '')}…`
}
