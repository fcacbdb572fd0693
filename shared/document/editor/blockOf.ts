import { $getRoot, type LexicalNode } from 'lexical'

/** The root's child that holds a node; a table's cell or a quotation's paragraph is a top-level element to Lexical. */
export function $blockOf(node: LexicalNode): LexicalNode | null {
  const root = $getRoot()
  for (let at: LexicalNode | null = node; at !== null; at = at.getParent()) {
    if (root.is(at.getParent())) return at
  }
  return null
}
