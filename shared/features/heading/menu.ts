import { $createHeadingNode, $isHeadingNode } from '@lexical/rich-text'
import { $findMatchingParent } from '@lexical/utils'
import { $getSelection, type LexicalEditor } from 'lexical'
import type { Action } from '../feature'
import { $setBlocks, isBlock } from '../setBlocks'

const LEVELS = [1, 2, 3, 4, 5, 6] as const

const setActions: readonly Action[] = LEVELS.map((level) => ({
  name: `heading.${level}`,
  label: `Heading ${level}`,
  keywords: ['title', 'section', `h${level}`, '#'.repeat(level)],
  icon: `heading-${level}`,
  shortcuts: { document: [`Mod+Alt+${level}`], markdown: [`Mod+${level}`] },
  group: 'block',
  run: (editor) => $setBlocks(editor, () => $createHeadingNode(`h${level}`)),
  isActive: isBlock(`h${level}`),
}))

/** Makes the headings that the selection touches larger or smaller by one; other blocks stay. */
function shift(by: 1 | -1): (editor: LexicalEditor) => void {
  return (editor) =>
    editor.update(() => {
      const headings = new Set(
        ($getSelection()?.getNodes() ?? []).flatMap(
          (node) => $findMatchingParent(node, $isHeadingNode) ?? [],
        ),
      )
      for (const heading of headings) {
        const level = Number(heading.getTag().slice(1)) + by
        const tag = LEVELS.find((each) => each === level)
        if (tag !== undefined) heading.setTag(`h${tag}`)
      }
    })
}

export const headingActions: readonly Action[] = [
  ...setActions,
  {
    name: 'heading.raise',
    label: 'Raise heading level',
    keywords: ['promote', 'larger', 'outline'],
    icon: 'arrow-up-to-line',
    shortcuts: { document: ['pc:Alt+Shift+ArrowLeft', 'mac:Ctrl+Cmd+ArrowLeft'] },
    group: 'edit',
    run: shift(-1),
  },
  {
    name: 'heading.lower',
    label: 'Lower heading level',
    keywords: ['demote', 'smaller', 'outline'],
    icon: 'arrow-down-to-line',
    shortcuts: { document: ['pc:Alt+Shift+ArrowRight', 'mac:Ctrl+Cmd+ArrowRight'] },
    group: 'edit',
    run: shift(1),
  },
]
