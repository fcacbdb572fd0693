import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'

it('keeps heads, cells and alignment', () => {
  expect(typedInto('| a | b |\n|---|--:|\n| 1 | 2 |')).toBe('| a | b |\n|---|--:|\n| 1 | 2 word |')
})

it('becomes a table with heads that name their columns', () => {
  expect(htmlOf('| a | b |\n|---|--:|\n| 1 | 2 |')).toContain(
    '<th scope="col">a</th>\n<th scope="col" class="align-right">b</th>',
  )
})
