import type { Blockquote } from 'mdast'
import { toString as plain } from 'mdast-util-to-string'
import { expect, it } from 'vitest'
import { parseMarkdown } from '../../document/markdown/parse'
import { readAttribution } from './attribution'

function read(markdown: string): { body: string[]; attribution: string } | null {
  const found = readAttribution(parseMarkdown(markdown).children[0] as Blockquote)
  if (!found) return null
  return { body: found.body.map((node) => plain(node)), attribution: plain([...found.attribution]) }
}

it('finds the name in a last paragraph that starts with an em dash', () => {
  expect(read('> Not today.\n>\n> — Ana Ruiz, *The Mill*')).toEqual({
    body: ['Not today.'],
    attribution: 'Ana Ruiz, The Mill',
  })
})

it('finds the name in the last line of the last paragraph', () => {
  expect(read('> Not today,\n> nor ever.\n> -- Ana Ruiz')).toEqual({
    body: ['Not today,\nnor ever.'],
    attribution: 'Ana Ruiz',
  })
  expect(read('> Not today.  \n> —Ana Ruiz')).toEqual({
    body: ['Not today.'],
    attribution: 'Ana Ruiz',
  })
})

it('takes a name that starts with emphasis or a link', () => {
  expect(read('> Not today.\n> — *The Mill*')?.attribution).toBe('The Mill')
  expect(read('> Not today.\n>\n> — [The Mill](https://mill.example)')?.attribution).toBe(
    'The Mill',
  )
})

it.each([
  ['nothing but a dashed line', '> — Ana Ruiz'],
  ['a dash inside the last line', '> Not today — nor ever'],
  ['three hyphens', '> Not today\n> --- Ana'],
  ['a dash alone', '> Not today\n>\n> —'],
  ['a dashed line that is not the last', '> — Ana\n>\n> said no'],
  ['a list at the end', '> Not today\n>\n> - Ana'],
])('leaves a quotation alone with %s', (_, markdown) => {
  expect(read(markdown)).toBeNull()
})
