import { $isTableCellNode, $isTableNode, $isTableRowNode } from '@lexical/table'
import { $getRoot } from 'lexical'
import { afterEach, expect, it } from 'vitest'
import { type ArticleDocument, openArticle } from '../../document/articleDocument'
import type { ActionHost } from '../feature'
import { tableActions } from './menu'

const BODY = `| a | b | c |
| :-- | --- | --: |
| 1 | 2 | 3 |
| 4 | 5 | 6 |
`

let article: ArticleDocument

afterEach(() => article.dispose())

/** Opens the table with the caret in a cell, and does something there. */
function after(row: number, column: number, ...names: readonly string[]): string {
  article = openArticle({ text: BODY })
  article.editor.update(
    () => {
      const table = $getRoot().getFirstChild()
      const at = $isTableNode(table) ? table.getChildAtIndex(row) : null
      const cell = $isTableRowNode(at) ? at.getChildAtIndex(column) : null
      if ($isTableCellNode(cell)) cell.selectStart()
    },
    { discrete: true },
  )
  for (const name of names) {
    const action = tableActions.find((each) => each.name === `table.${name}`)
    article.editor.update(() => action?.run(article.editor, {} as ActionHost), { discrete: true })
  }
  return article.text().replace(/ +/g, ' ').replace(/-+/g, '-')
}

it('adds rows and columns, and aligns a column', () => {
  expect(after(1, 0, 'rowBelow')).toContain('| 1 | 2 | 3 |\n| | | |\n| 4 | 5 | 6 |')
  article.dispose()
  expect(after(1, 1, 'columnAfter')).toContain('| a | b | | c |\n| :- | - | - | -: |')
  article.dispose()
  expect(after(1, 1, 'alignCenter')).toContain('| :- | :-: | -: |')
})

it('moves rows and columns with their alignment; the first row is always the head', () => {
  expect(after(1, 0, 'rowUp')).toMatch(/^\| 1 \| 2 \| 3 \|\n\|.*\n\| a \| b \| c \|\n/)
  article.dispose()
  expect(after(1, 2, 'columnBack')).toContain('| a | c | b |\n| :- | -: | - |\n| 1 | 3 | 2 |')
})

it('takes rows and columns away, and the table with the last of them', () => {
  expect(after(2, 0, 'deleteRow', 'deleteRow')).toMatch(/^\| a \| b \| c \|\n\|[^\n]*\n$/)
  article.dispose()
  expect(after(1, 0, 'deleteColumn')).toContain('| b | c |\n| - | -: |\n| 2 | 3 |')
  article.dispose()
  expect(after(1, 0, 'deleteColumn', 'deleteColumn', 'deleteColumn').trim()).toBe('')
})
