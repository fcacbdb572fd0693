import { INSERT_LINE_BREAK_COMMAND } from 'lexical'
import type { Feature } from '../feature'
import { html } from './html'
import { breakMarkdown } from './markdown'

export const hardBreak: Feature = {
  name: 'break',
  extensions: [],
  markdown: breakMarkdown,
  html,
  actions: [
    {
      name: 'break.insert',
      label: 'Line break',
      keywords: ['newline', 'soft return'],
      icon: 'corner-down-left',
      shortcuts: { document: ['Shift+Enter'] },
      group: 'insert',
      run: (editor) => {
        editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false)
      },
    },
  ],
}
