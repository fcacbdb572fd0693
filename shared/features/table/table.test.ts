import { $isTableCellNode } from '@lexical/table'
import { $findMatchingParent } from '@lexical/utils'
import { $getRoot } from 'lexical'
import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'
import { openForWriter } from '../../../tests/support/writer'

it('keeps heads, cells and alignment', () => {
  expect(typedInto('| a | b |\n|---|--:|\n| 1 | 2 |')).toBe('| a | b |\n|---|--:|\n| 1 | 2 word |')
})

it('becomes a table with heads that name their columns', () => {
  expect(htmlOf('| a | b |\n|---|--:|\n| 1 | 2 |')).toContain(
    '<th scope="col">a</th>\n<th scope="col" class="align-right">b</th>',
  )
})

it('is inserted with a head and as many rows as a writer needs to start', () => {
  const writer = openForWriter('One')
  writer.choose('table.insert')
  expect(writer.isPressed('table.insert')).toBe(true)
  writer.type('Mill')
  expect(htmlOf(writer.file())).toContain('<th scope="col">Mill</th>')
  expect(writer.file().match(/^\|/gm)).toHaveLength(4)
})

it('keeps alignment, and pipes inside cells', () => {
  expect(typedInto('| a | b |\n|:--|--:|\n| 1 | x\\|y |')).toBe(
    '| a | b |\n|:--|--:|\n| 1 | x\\|y word |',
  )
})

it('leaves the space at a cell’s edge to the table', () => {
  const writer = openForWriter('| a | b |\n|---|---|\n| 1 | 2 |')
  writer.putCaret('after', '1')
  writer.type(' mill ')
  expect(writer.file()).toBe('| a | b |\n|---|---|\n| 1 mill | 2 |')
})

it('keeps the words of a list or heading made in a cell, as lines of the cell', () => {
  const writer = openForWriter('| a | b |\n|---|---|\n| 1 | 2 |')
  writer.putCaret('after', '1')
  writer.choose('list.bullet')
  expect(writer.file()).toBe('| a | b |\n|---|---|\n| 1 | 2 |')
  writer.choose('heading.2')
  writer.type('!')
  expect(writer.file()).toBe('| a | b |\n|---|---|\n| 1! | 2 |')
})

it('puts below itself what no cell can hold', () => {
  const writer = openForWriter('| a |\n|---|\n| 1 |')
  writer.putCaret('after', '1')
  writer.choose('divider.insert')
  expect(writer.file()).toBe('| a |\n|---|\n| 1 |\n\n---')
})

it('shows on the page how its columns are aligned', () => {
  const { editor } = openForWriter('| a | b |\n| :-: | --: |\n| 1 | 2 |')
  const formats = editor.read(() =>
    $getRoot()
      .getAllTextNodes()
      .map((node) => $findMatchingParent(node, $isTableCellNode)?.getFormatType()),
  )
  expect(formats).toEqual(['center', 'right', 'center', 'right'])
})
