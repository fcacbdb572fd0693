import { $createCodeNode } from '@lexical/code-core'
import type { Action } from '../feature'
import { $setBlocks, isBlock } from '../setBlocks'

export const codeActions: readonly Action[] = [
  {
    name: 'code.set',
    label: 'Code block',
    keywords: ['fence', 'listing', 'preformatted', '```'],
    icon: 'square-code',
    shortcuts: { document: ['Mod+Shift+K'] },
    group: 'block',
    run: (editor) => $setBlocks(editor, () => $createCodeNode()),
    isActive: isBlock('code'),
  },
]
