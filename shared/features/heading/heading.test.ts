import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'
import { openForWriter } from '../../../tests/support/writer'

it('keeps the way a heading is written', () => {
  expect(typedInto('## Two')).toBe('## Two word')
  expect(typedInto('Two\n---')).toBe('Two word\n--------')
  expect(typedInto('#### Four ####')).toBe('#### Four word ####')
})

it('becomes the HTML that says what it is', () => {
  expect(htmlOf('## Two')).toBe('<h2>Two</h2>')
})

it.each([1, 2, 3, 4, 5, 6])('turns a paragraph into heading %i', (level) => {
  const writer = openForWriter('The mill')
  writer.choose(`heading.${level}`)
  expect(writer.isPressed(`heading.${level}`)).toBe(true)
  expect(writer.isPressed('paragraph.set')).toBe(false)
  expect(writer.file()).toBe(`${'#'.repeat(level)} The mill`)
})

it.each([1, 2, 3, 4, 5, 6])('appears when %i number signs and a space are typed', (level) => {
  const writer = openForWriter('')
  writer.type(`${'#'.repeat(level)} The *mill*\nBody`)
  expect(writer.file()).toBe(`${'#'.repeat(level)} The *mill*\n\nBody\n`)
})

it('writes an underlined heading with number signs once its level has no underline', () => {
  const writer = openForWriter('The mill\n========')
  writer.choose('heading.3')
  expect(writer.file()).toBe('### The mill')
})

it('is raised and lowered by one, and not beyond the ends', () => {
  const writer = openForWriter('## Head')
  writer.choose('heading.lower')
  expect(writer.file()).toBe('### Head')
  for (let times = 0; times < 4; times++) writer.choose('heading.raise')
  expect(writer.file()).toBe('# Head')
})

it('writes a tag that stood on two lines on one, in a heading that has only one', () => {
  const writer = openForWriter('See <abbr\ntitle="x">the mill</abbr>')
  writer.choose('heading.3')
  expect(writer.file()).toBe('### See <abbr title="x">the mill</abbr>')
})
