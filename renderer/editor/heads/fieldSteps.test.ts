import { HistoryExtension } from '@lexical/history'
import { $getRoot, configExtension, PASTE_TAG, REDO_COMMAND, UNDO_COMMAND } from 'lexical'
import { afterEach, expect, it } from 'vitest'
import { openArticle } from '../../../shared/document/articleDocument'
import { createFinder } from '../../../shared/document/finding/finder'
import { $insertMarkdown } from '../../../shared/document/paste'
import { TypingExtension } from '../../../shared/document/typing'
import { createFieldSteps } from './fieldSteps'

let stop = (): void => undefined
afterEach(() => stop())

const FILE = '---\ntitle: Before\n---\n\nOne.\n'

function open() {
  const document = openArticle({
    text: FILE,
    extensions: [TypingExtension, configExtension(HistoryExtension, { disabled: false })],
  })
  const { editor } = document
  const fields = createFieldSteps(document)
  stop = () => {
    fields.dispose()
    document.dispose()
  }
  const dispatch = async (command: typeof UNDO_COMMAND): Promise<void> => {
    editor.dispatchCommand(command, undefined)
    await new Promise((resolve) => setTimeout(resolve))
  }
  return {
    document,
    fields,
    paste() {
      editor.update(() => $getRoot().selectEnd(), { discrete: true })
      editor.update(
        () => {
          $insertMarkdown('Two.')
          fields.$set({ title: 'After', standfirst: 'More', author: 'Ana Ruiz' })
        },
        { discrete: true, tag: PASTE_TAG },
      )
    },
    undo: () => dispatch(UNDO_COMMAND),
    redo: () => dispatch(REDO_COMMAND),
  }
}

it('takes headline, standfirst and byline back with the text, and brings them again', async () => {
  const { document, paste, undo, redo } = open()
  paste()
  expect(document.text()).toContain('title: After\nstandfirst: More\nauthor: Ana Ruiz\n')
  await undo()
  expect(document.text()).toBe(FILE)
  await redo()
  expect(document.text()).toContain('title: After\nstandfirst: More\nauthor: Ana Ruiz\n')
})

it('leaves a headline that was written since', async () => {
  const { document, paste, undo } = open()
  paste()
  document.setField('title', 'Mine')
  await undo()
  expect(document.field('title')).toBe('Mine')
  expect(document.field('standfirst')).toBe('')
})

it('takes back what was replaced in a headline and in the text at once', async () => {
  const { document, fields, undo, redo } = open()
  const finder = createFinder(document.editor, {
    read: () => [{ name: 'title', text: document.field('title') }],
    $write: fields.$set,
    onChange: document.onChange,
  })
  const state = finder.search({ text: 'o', matchCase: false, wholeWord: false, regex: false })
  finder.replace(state.kind === 'found' ? state.finds : [], 'X')
  expect(document.text()).toBe('---\ntitle: BefXre\n---\n\nXne.\n')
  await undo()
  expect(document.text()).toBe(FILE)
  await redo()
  expect(document.text()).toBe('---\ntitle: BefXre\n---\n\nXne.\n')
  finder.dispose()
})

it('takes back what was replaced in a headline alone, also with nothing', async () => {
  const { document, fields, undo } = open()
  const finder = createFinder(document.editor, {
    read: () => [{ name: 'title', text: document.field('title') }],
    $write: fields.$set,
    onChange: document.onChange,
  })
  const state = finder.search({ text: 'Before', matchCase: false, wholeWord: false, regex: false })
  finder.replace(state.kind === 'found' ? state.finds : [], '')
  expect(document.field('title')).toBe('')
  await undo()
  expect(document.text()).toBe(FILE)
  finder.dispose()
})

function type({ document, fields }: ReturnType<typeof open>, words: string): void {
  for (const letter of words) fields.type('title', document.field('title') + letter)
}

it('takes back what was typed in a headline word by word, between what was done to the text', async () => {
  const desk = open()
  const { document, fields, undo, redo } = desk
  type(desk, ' and after')
  desk.paste()
  fields.type('title', 'After!')
  await undo()
  expect(document.field('title')).toBe('After')
  await undo()
  expect(document.text()).toContain('title: Before and after\n---\n\nOne.\n')
  await undo()
  expect(document.field('title')).toBe('Before and ')
  await undo()
  // The first word goes with the blank before it.
  expect(document.field('title')).toBe('Before ')
  await undo()
  expect(document.text()).toBe(FILE)
  for (let step = 0; step < 5; step++) await redo()
  expect(document.field('title')).toBe('After!')
  expect(document.text()).toContain('Two.')
})

it('takes back what was deleted in a row as one step, and tells which field it changed', async () => {
  const { document, fields, undo } = open()
  for (const left of ['Befor', 'Befo', 'Bef']) fields.type('title', left)
  fields.type('title', 'Befit')
  expect(await fields.travel(() => Promise.resolve())).toEqual([])
  expect(await fields.travel(undo)).toEqual(['title'])
  expect(document.field('title')).toBe('Bef')
  await undo()
  expect(document.text()).toBe(FILE)
})
