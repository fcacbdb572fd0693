import { HistoryExtension } from '@lexical/history'
import { $getRoot, configExtension, PASTE_TAG, REDO_COMMAND, UNDO_COMMAND } from 'lexical'
import { afterEach, expect, it } from 'vitest'
import { openArticle } from '../../../shared/document/articleDocument'
import { $insertMarkdown } from '../../../shared/document/paste'
import { TypingExtension } from '../../../shared/document/typing'
import { createFieldSteps } from './fieldSteps'

let stop = (): void => undefined
afterEach(() => stop())

function open() {
  const document = openArticle({
    text: '---\ntitle: Before\n---\n\nOne.\n',
    extensions: [TypingExtension, configExtension(HistoryExtension, { disabled: false })],
  })
  const { editor } = document
  const fields = createFieldSteps(document)
  stop = () => {
    fields.dispose()
    document.dispose()
  }
  editor.update(() => $getRoot().selectEnd(), { discrete: true })
  editor.update(
    () => {
      $insertMarkdown('Two.')
      fields.$set({ title: 'After', standfirst: 'More', author: 'Ana Ruiz' })
    },
    { discrete: true, tag: PASTE_TAG },
  )
  const dispatch = async (command: typeof UNDO_COMMAND): Promise<void> => {
    editor.dispatchCommand(command, undefined)
    await new Promise((resolve) => setTimeout(resolve))
  }
  return {
    document,
    undo: () => dispatch(UNDO_COMMAND),
    redo: () => dispatch(REDO_COMMAND),
  }
}

it('takes headline, standfirst and byline back with the text, and brings them again', async () => {
  const { document, undo, redo } = open()
  expect(document.text()).toContain('title: After\nstandfirst: More\nauthor: Ana Ruiz\n')
  await undo()
  expect(document.text()).toBe('---\ntitle: Before\n---\n\nOne.\n')
  await redo()
  expect(document.text()).toContain('title: After\nstandfirst: More\nauthor: Ana Ruiz\n')
})

it('leaves a headline that was written since', async () => {
  const { document, undo } = open()
  document.setField('title', 'Mine')
  await undo()
  expect(document.field('title')).toBe('Mine')
  expect(document.field('standfirst')).toBe('')
})
