import { HorizontalRuleExtension, INSERT_HORIZONTAL_RULE_COMMAND } from '@lexical/extension'
import type { Feature } from '../feature'
import { html } from './html'
import { dividerMarkdown } from './markdown'

export const divider: Feature = {
  name: 'divider',
  extensions: [HorizontalRuleExtension],
  markdown: dividerMarkdown,
  html,
  actions: [
    {
      name: 'divider.insert',
      label: 'Divider',
      keywords: ['rule', 'scene break', 'line', '---'],
      icon: 'minus',
      group: 'insert',
      run: (editor) => {
        editor.dispatchCommand(INSERT_HORIZONTAL_RULE_COMMAND, undefined)
      },
    },
  ],
}
