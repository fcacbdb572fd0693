import { $getSelection, $isNodeSelection, KEY_BACKSPACE_COMMAND, KEY_DOWN_COMMAND } from 'lexical'
import { expect, it } from 'vitest'
import { openForWriter } from '../../../tests/support/writer'

/** A press as the editor is told of it. */
function press(key: string, held: 'Control' | 'nothing' = 'nothing'): KeyboardEvent {
  const event = {
    key,
    ctrlKey: held === 'Control',
    preventDefault: () => undefined,
    getModifierState: () => false,
  }
  return event as unknown as KeyboardEvent
}

it('a letter typed while a divider is selected begins a paragraph below it', () => {
  const writer = openForWriter('one\n\n---\n\ntwo')
  const { editor } = writer
  const isChosen = (): boolean => editor.read(() => $isNodeSelection($getSelection()))
  writer.putCaret('before', 'two')
  editor.dispatchCommand(KEY_BACKSPACE_COMMAND, press('Backspace'))
  writer.settle()
  expect(isChosen()).toBe(true)
  editor.dispatchCommand(KEY_DOWN_COMMAND, press('b', 'Control'))
  writer.settle()
  expect(isChosen()).toBe(true)
  editor.dispatchCommand(KEY_DOWN_COMMAND, press('b'))
  writer.settle()
  writer.type('below')
  expect(writer.file()).toBe('one\n\n---\n\nbelow\n\ntwo')
})
