import { $createParagraphNode } from 'lexical'
import type { Action } from '../feature'
import { $setBlocks, isBlock } from '../setBlocks'

export const paragraphActions: readonly Action[] = [
  {
    name: 'paragraph.set',
    label: 'Paragraph',
    keywords: ['text', 'body', 'plain'],
    icon: 'pilcrow',
    shortcuts: { document: ['Mod+Alt+0'], markdown: ['Mod+0'] },
    group: 'block',
    run: (editor) => $setBlocks(editor, () => $createParagraphNode()),
    isActive: isBlock('paragraph'),
  },
]
