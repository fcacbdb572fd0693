import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'

/** Types a sign at the caret, key by key, so that its menu opens as it does for a person. */
export function typeSign(editor: LexicalEditor, sign: string): void {
  for (const character of sign) {
    editor.update(
      () => {
        const selection = $getSelection()
        if ($isRangeSelection(selection)) selection.insertText(character)
      },
      { discrete: true },
    )
  }
}
