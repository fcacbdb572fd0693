import {
  $deleteBlocks,
  $duplicateBlocks,
  $moveBlocks,
  editBlocks,
} from '../../shared/document/typing/blocks'
import type { Action } from '../../shared/features/feature'
import { copyAsMarkdown } from './copyAsMarkdown'

/** What can be done to blocks as wholes, whatever they are. */
export const blockActions: readonly Action[] = [
  {
    name: 'block.moveUp',
    label: 'Move block up',
    keywords: ['reorder', 'paragraph', 'raise', 'swap'],
    icon: 'arrow-up-to-line',
    shortcuts: { document: ['Alt+Shift+ArrowUp', 'Alt+ArrowUp'] },
    group: 'edit',
    run: (editor) => editBlocks(editor, () => $moveBlocks('up')),
  },
  {
    name: 'block.moveDown',
    label: 'Move block down',
    keywords: ['reorder', 'paragraph', 'lower', 'swap'],
    icon: 'arrow-down-to-line',
    shortcuts: { document: ['Alt+Shift+ArrowDown', 'Alt+ArrowDown'] },
    group: 'edit',
    run: (editor) => editBlocks(editor, () => $moveBlocks('down')),
  },
  {
    name: 'block.duplicate',
    label: 'Duplicate block',
    keywords: ['copy', 'double', 'repeat'],
    icon: 'copy-plus',
    shortcuts: { document: ['Mod+D'] },
    group: 'edit',
    run: (editor) => editBlocks(editor, $duplicateBlocks),
  },
  {
    name: 'block.delete',
    label: 'Delete block',
    keywords: ['remove', 'paragraph'],
    icon: 'trash-2',
    shortcuts: { document: ['Mod+Shift+Backspace'] },
    group: 'edit',
    run: (editor) => editBlocks(editor, $deleteBlocks),
  },
  {
    name: 'edit.copyMarkdown',
    label: 'Copy as Markdown',
    keywords: ['clipboard', 'source', 'plain'],
    icon: 'clipboard-copy',
    shortcuts: { document: ['Mod+Shift+C'] },
    group: 'edit',
    run: copyAsMarkdown,
  },
]
