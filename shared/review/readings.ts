import type { ReviewNode } from './model'

/** With review there are two texts in one: every change made, and none of them. */
export type Reading = 'accepted' | 'original'

export function readNodes(nodes: readonly ReviewNode[], reading: Reading): string {
  return nodes.map((node) => readNode(node, reading)).join('')
}

function readNode(node: ReviewNode, reading: Reading): string {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'insertion':
      return reading === 'accepted' ? readNodes(node.children, reading) : ''
    case 'deletion':
      return reading === 'original' ? readNodes(node.children, reading) : ''
    case 'substitution':
      return readNodes(reading === 'accepted' ? node.now : node.old, reading)
    case 'highlight':
      return readNodes(node.children, reading)
    case 'comment':
      return ''
  }
}
