import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $nodesOfType,
  type LexicalEditor,
} from 'lexical'
import type { Action } from '../feature'
import { $createFootnoteNode, $createFootnoteReferenceNode, FootnoteNode } from './node'

/** Puts a mark at the caret and an empty footnote at the article's end, and moves the caret there. */
function insertFootnote(editor: LexicalEditor): void {
  editor.update(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return
    const taken = new Set($nodesOfType(FootnoteNode).map((footnote) => footnote.getLabel()))
    let number = 1
    while (taken.has(String(number))) number++
    const label = String(number)
    selection.insertNodes([$createFootnoteReferenceNode(label)])
    const paragraph = $createParagraphNode()
    $getRoot().append($createFootnoteNode(label).append(paragraph))
    paragraph.select()
  })
}

export const footnoteActions: readonly Action[] = [
  {
    name: 'footnote.insert',
    label: 'Footnote',
    keywords: ['note', 'reference', '[^1]'],
    icon: 'superscript',
    shortcuts: { document: ['pc:Mod+Alt+F', 'mac:Mod+Alt+N'] },
    group: 'insert',
    run: insertFootnote,
  },
]
