import { $getRoot, $getSelection, $isTextNode, CONTROLLED_TEXT_INSERTION_COMMAND } from 'lexical'
import { expect, it } from 'vitest'
import { openForWriter } from '../../../tests/support/writer'

it.each([
  ['forwards', 0, 5],
  ['backwards', 5, 0],
])('signs go around what was selected %s, which stays selected', (_, from, to) => {
  const writer = openForWriter('Words')
  writer.editor.update(
    () => {
      const text = $getRoot().getFirstDescendant()
      if ($isTextNode(text)) text.select(from, to)
    },
    { discrete: true },
  )
  for (const sign of '([') {
    writer.editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, sign)
    writer.settle()
  }
  expect(writer.file()).toBe('(\\[Words])')
  expect(writer.editor.read(() => $getSelection()?.getTextContent())).toBe('Words')
})
