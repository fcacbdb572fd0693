import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import type { Action, ActionHost } from '../feature'
import {
  $appendNote,
  $firstReference,
  $freeLabel,
  $noteAtCaret,
  $noteOf,
  $referenceAtCaret,
} from './find'
import { $createFootnoteReferenceNode } from './node'

/**
 * Puts a mark at the caret and an empty footnote at the article's end, and lets the person write it:
 * beside the mark where the host can, else in the footnote. At a mark that is there, its footnote is
 * opened.
 */
function insertFootnote(editor: LexicalEditor, host: ActionHost): void {
  let opened: string | null = null
  editor.update(
    () => {
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) return
      const there = $referenceAtCaret()
      const label = there?.getTextContent() ?? $freeLabel()
      const note = $noteOf(label) ?? $appendNote(label)
      if (there === null) selection.insertNodes([$createFootnoteReferenceNode(label)])
      if (host.editFootnote === undefined) note.selectEnd()
      else opened = label
    },
    { onUpdate: () => (opened === null ? undefined : host.editFootnote?.(opened)) },
  )
}

/** From a mark to its footnote, and from a footnote to its mark. */
function goBetween(editor: LexicalEditor): void {
  editor.update(() => {
    const note = $noteAtCaret()
    if (note !== null) {
      $firstReference(note.getLabel())?.selectEnd()
      return
    }
    const mark = $referenceAtCaret()
    if (mark !== null) $noteOf(mark.getTextContent())?.selectEnd()
  })
  editor.focus()
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
  {
    name: 'footnote.go',
    label: 'Go to the footnote and back',
    keywords: ['note', 'reference', 'jump'],
    icon: 'arrow-down-up',
    shortcuts: { document: ['pc:Mod+Alt+Shift+F', 'mac:Mod+Alt+Shift+N'] },
    group: 'edit',
    run: goBetween,
  },
]
