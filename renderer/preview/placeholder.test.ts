import { expect, it } from 'vitest'
import { placeholder } from './placeholder'

function wordsOf(alt: string, reason: string): readonly string[] {
  const svg = decodeURIComponent(placeholder(alt, reason).replace('data:image/svg+xml,', ''))
  expect(svg).toContain('width="380"')
  return [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text ?? '')
}

it('says in lines that fit a phone what the picture would be, and why it is not there', () => {
  expect(
    wordsOf('The wheel, seen from the other bank of the river', 'There is no picture at “a.png”.'),
  ).toEqual([
    'The wheel, seen from the other bank of',
    'the river',
    'There is no picture at “a.png”.',
  ])
})

it('cuts off what is too long, and holds no markup', () => {
  const lines = wordsOf(`<b>${'x'.repeat(60)}`, 'many words '.repeat(40))
  expect(lines[0]).toMatch(/^&lt;b&gt;x+…$/)
  expect(lines).toHaveLength(4)
  expect(lines.at(-1)).toMatch(/…$/)
})

it('says why where there is no description', () => {
  expect(wordsOf('', 'Gone.')).toEqual(['Gone.'])
})
