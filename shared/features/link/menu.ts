import { $toggleLink } from '@lexical/link'
import type { Action } from '../feature'

export const linkActions: readonly Action[] = [
  {
    name: 'link.edit',
    label: 'Link',
    keywords: ['url', 'address', 'hyperlink', 'web'],
    icon: 'link',
    shortcuts: { document: ['Mod+K'] },
    group: 'format',
    inToolbar: true,
    run: (_editor, host) => host.editLink(),
    isActive: (state) => state.marks.has('link'),
  },
  {
    name: 'link.remove',
    label: 'Remove link',
    keywords: ['unlink'],
    icon: 'unlink',
    group: 'format',
    run: (editor) => editor.update(() => $toggleLink(null)),
  },
]
