import { INSERT_HORIZONTAL_RULE_COMMAND } from '@lexical/extension'
import { $getSelection, $isRangeSelection, KEY_ESCAPE_COMMAND } from 'lexical'
import { expect, it } from 'vitest'
import { openForWriter } from '../../../tests/support/writer'
import { createMenuAtCaret } from './menuAtCaret'
import type { TypeaheadItem } from './trigger'

/** A writer with a menu at `:` of three names, and a menu at `;` whose names come when they are sent. */
function writerWithMenus() {
  const writer = openForWriter('')
  const insert = (text: string): void =>
    writer.editor.update(() => {
      const selection = $getSelection()
      if ($isRangeSelection(selection)) selection.insertText(text)
    })
  const find = (query: string): readonly TypeaheadItem[] =>
    ['ant', 'apple', 'bee']
      .filter((name) => name.startsWith(query))
      .map((name) => ({ id: name, label: name, run: () => insert(`<${name}>`) }))
  const sending: (() => void)[] = []
  const common = { label: 'Names', opensAfter: () => true, query: /^\w*$/, least: 1 }
  const menu = createMenuAtCaret(writer.editor)
  menu.offer([
    { ...common, sign: ':', find },
    {
      ...common,
      sign: ';',
      find: (query) => new Promise((done) => sending.push(() => done(find(query)))),
    },
  ])
  menu.register()
  return {
    ...writer,
    menu,
    names: () => menu.shown()?.items.map(({ label }) => label) ?? [],
    /** Sends what was last asked for. */
    async send() {
      sending.pop()?.()
      await new Promise((done) => setTimeout(done))
      writer.settle()
    },
  }
}

it('offers what fits, and Enter chooses it', () => {
  const writer = writerWithMenus()
  writer.type('See :')
  expect(writer.names()).toEqual([])
  writer.type('a')
  expect(writer.names()).toEqual(['ant', 'apple'])
  writer.type('p\non')
  expect(writer.names()).toEqual([])
  expect(writer.file()).toBe('See \\<apple>on\n')
})

it('leaves Enter to the text where nothing fits', () => {
  const writer = writerWithMenus()
  writer.type(':ax\nOn')
  expect(writer.file()).toBe(':ax\n\nOn\n')
})

it('chooses what was asked for once it comes, in its place', async () => {
  const writer = writerWithMenus()
  writer.type('See ;be\n and on;')
  expect(writer.file()).toBe('See ;be and on;\n')
  await writer.send()
  expect(writer.file()).toBe('See \\<bee> and on;\n')
  writer.type('!')
  expect(writer.file()).toBe('See \\<bee> and on;!\n')
})

it('breaks the line where Enter was pressed if nothing came', async () => {
  const writer = writerWithMenus()
  writer.type('See ;bex\non')
  await writer.send()
  writer.type('!')
  expect(writer.file()).toBe('See ;bex\n\non!\n')
})

it('chooses nothing that was found for other letters', async () => {
  const writer = writerWithMenus()
  writer.type(';a')
  await writer.send()
  expect(writer.names()).toEqual(['ant', 'apple'])
  writer.type('p\n')
  await writer.send()
  expect(writer.file()).toBe('\\<apple>\n')
})

it('waits for nothing once the writer goes on elsewhere', async () => {
  const writer = writerWithMenus()
  writer.type('See ;be\n')
  writer.putCaret('before', 'See')
  await writer.send()
  writer.type('!')
  expect(writer.file()).toBe('!See ;be\n')
  writer.putCaret('after', 'be')
  writer.type(' ;be\n')
  writer.editor.dispatchCommand(KEY_ESCAPE_COMMAND, new KeyboardEvent('keydown'))
  await writer.send()
  expect(writer.file()).toBe('!See ;be ;be\n')
})

it('keeps what is pointed at when the library changes', () => {
  const writer = writerWithMenus()
  const find = (): readonly TypeaheadItem[] =>
    ['one', 'two'].map((id) => ({ id, label: id, run: () => undefined }))
  writer.type(':a')
  writer.menu.point(1)
  const trigger = { sign: ':', label: 'Names', opensAfter: () => true, query: /^\w*$/, least: 1 }
  writer.menu.offer([{ ...trigger, find }])
  expect([writer.names(), writer.menu.shown()?.at]).toEqual([['one', 'two'], 1])
})

it('takes the query out of the text before what is chosen does its work, whatever way that has', () => {
  const writer = openForWriter('')
  const menu = createMenuAtCaret(writer.editor)
  const rule = {
    id: 'rule',
    label: 'Rule',
    run: () => void writer.editor.dispatchCommand(INSERT_HORIZONTAL_RULE_COMMAND, undefined),
  }
  const find = () => [rule]
  menu.offer([
    { sign: '/', label: 'Insert', opensAfter: () => true, query: /^\w*$/, least: 0, find },
  ])
  menu.register()
  writer.type('One /rule\n')
  expect(writer.file()).toBe('One\n\n---\n')
})
