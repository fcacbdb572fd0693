import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type LexicalNode,
} from 'lexical'
import {
  $createFootnoteNode,
  $isFootnoteNode,
  $isFootnoteReferenceNode,
  type FootnoteNode,
  type FootnoteReferenceNode,
} from './node'

/** Markdown does not tell `[^A]` from `[^a]`. */
export function sameLabel(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

/** Every footnote of the article, in the order of the file. */
export function $notes(): readonly FootnoteNode[] {
  return $getRoot().getChildren().filter($isFootnoteNode)
}

/** The footnote that a mark with this label leads to. */
export function $noteOf(label: string): FootnoteNode | null {
  return $notes().find((note) => sameLabel(note.getLabel(), label)) ?? null
}

/** The lowest number that no footnote has. */
export function $freeLabel(): string {
  const taken = new Set($notes().map((note) => note.getLabel()))
  let number = 1
  while (taken.has(String(number))) number++
  return String(number)
}

/** Puts an empty footnote at the article's end. */
export function $appendNote(label: string): FootnoteNode {
  const note = $createFootnoteNode(label).append($createParagraphNode())
  $getRoot().append(note)
  return note
}

/** The mark that the caret touches, or that is selected. */
export function $referenceAtCaret(): FootnoteReferenceNode | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const { anchor } = selection
  const node = anchor.getNode()
  if ($isFootnoteReferenceNode(node)) return node
  const isAtEdge = (edge: number): boolean => anchor.type === 'text' && anchor.offset === edge
  const beside: readonly (LexicalNode | null)[] = $isElementNode(node)
    ? [node.getChildAtIndex(anchor.offset - 1), node.getChildAtIndex(anchor.offset)]
    : [
        isAtEdge(0) ? node.getPreviousSibling() : null,
        isAtEdge(node.getTextContentSize()) ? node.getNextSibling() : null,
      ]
  return beside.find($isFootnoteReferenceNode) ?? null
}

/** The first mark in the text that leads to a footnote. */
export function $firstReference(label: string): FootnoteReferenceNode | null {
  for (const node of $getRoot().getAllTextNodes()) {
    if ($isFootnoteReferenceNode(node) && sameLabel(node.getTextContent(), label)) return node
  }
  return null
}

/** The footnote that the caret stands in. */
export function $noteAtCaret(): FootnoteNode | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const node = selection.anchor.getNode()
  return [node, ...node.getParents()].find($isFootnoteNode) ?? null
}
