import { $createHeadingNode } from '@lexical/rich-text'
import type { Action } from '../feature'
import { $setBlocks, isBlock } from '../setBlocks'

const LEVELS = [1, 2, 3, 4, 5, 6] as const

export const headingActions: readonly Action[] = LEVELS.map((level) => ({
  name: `heading.${level}`,
  label: `Heading ${level}`,
  keywords: ['title', 'section', `h${level}`, '#'.repeat(level)],
  icon: `heading-${level}`,
  shortcuts: { document: [`Mod+Alt+${level}`], markdown: [`Mod+${level}`] },
  group: 'block',
  run: (editor) => $setBlocks(editor, () => $createHeadingNode(`h${level}`)),
  isActive: isBlock(`h${level}`),
}))
