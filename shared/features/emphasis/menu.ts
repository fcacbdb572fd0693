import { FORMAT_TEXT_COMMAND, type TextFormatType } from 'lexical'
import type { Action } from '../feature'

function toggle(
  format: TextFormatType,
  entry: Pick<Action, 'label' | 'keywords' | 'icon' | 'shortcuts'>,
): Action {
  return {
    ...entry,
    name: `format.${format}`,
    group: 'format',
    inToolbar: true,
    run: (editor) => {
      editor.dispatchCommand(FORMAT_TEXT_COMMAND, format)
    },
    isActive: (state) => state.marks.has(format),
  }
}

export const emphasisActions: readonly Action[] = [
  toggle('bold', {
    label: 'Bold',
    keywords: ['strong', '**'],
    icon: 'bold',
    shortcuts: { document: ['Mod+B'] },
  }),
  toggle('italic', {
    label: 'Italic',
    keywords: ['emphasis', '*'],
    icon: 'italic',
    shortcuts: { document: ['Mod+I'] },
  }),
  toggle('strikethrough', {
    label: 'Strikethrough',
    keywords: ['delete', 'cross out', '~~'],
    icon: 'strikethrough',
    shortcuts: { document: ['Mod+Shift+X', 'Alt+Shift+5'] },
  }),
  toggle('code', {
    label: 'Code',
    keywords: ['inline code', 'monospace', '`'],
    icon: 'code',
    shortcuts: { document: ['Mod+E'] },
  }),
]
