import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import { Plus, Superscript } from 'lucide-react'
import {
  $appendNote,
  $createFootnoteReferenceNode,
  $freeLabel,
  $notes,
} from '../../../shared/features/footnote'
import { search } from '../../../shared/text/matching'
import type { Trigger } from './trigger'

interface FootnoteOptions {
  readonly editor: LexicalEditor
  /** Opens a footnote that was just made. */
  show(label: string): void
}

/** `[^`: a new footnote, or another mark for one that is there. */
export function footnoteTrigger({ editor, show }: FootnoteOptions): Trigger {
  /** Puts a mark for a footnote at the caret; a new footnote is opened for writing. */
  function insert(label: string | null): void {
    let made: string | null = null
    editor.update(
      () => {
        const selection = $getSelection()
        if (!$isRangeSelection(selection)) return
        const name = label ?? $freeLabel()
        selection.insertNodes([$createFootnoteReferenceNode(name)])
        if (label !== null) return
        $appendNote(name)
        made = name
      },
      { onUpdate: () => (made === null ? undefined : show(made)) },
    )
  }
  return {
    sign: '[^',
    label: 'Footnote',
    opensAfter: (before) => !before.endsWith('\\'),
    query: /^[^[\]\n]{0,30}$/,
    least: 0,
    find(query) {
      const notes = editor.getEditorState().read(() =>
        $notes().map((note) => ({
          label: note.getLabel(),
          text: note.getTextContent().trim().slice(0, 60),
        })),
      )
      const found = search(notes, query, ({ label, text }) => [label, text]).map((note) => ({
        id: `note-${note.label}`,
        label: note.text === '' ? `Footnote ${note.label}` : note.text,
        detail: note.label,
        icon: Superscript,
        run: () => insert(note.label),
      }))
      const fresh = {
        id: 'new',
        label: 'New footnote',
        icon: Plus,
        run: () => insert(null),
      }
      return query === '' ? [fresh, ...found] : [...found, fresh]
    },
  }
}
