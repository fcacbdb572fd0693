import { $createHorizontalRuleNode, $isHorizontalRuleNode } from '@lexical/extension'
import type { MarkdownRules } from '../feature'

export const dividerMarkdown: MarkdownRules = {
  importRules: [{ type: 'thematicBreak', $import: () => $createHorizontalRuleNode() }],
  exportRules: [
    {
      type: 'horizontalrule',
      $export: (node) => ($isHorizontalRuleNode(node) ? { type: 'thematicBreak' } : null),
    },
  ],
}
