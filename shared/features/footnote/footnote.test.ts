import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'
import { openForWriter } from '../../../tests/support/writer'

it('keeps reference and text of a footnote', () => {
  expect(typedInto('A[^n].\n\n[^n]: Note.')).toBe('A[^n]. word\n\n[^n]: Note.')
  expect(typedInto('A[^n].\n\n[^n]: Note.', 2)).toBe('A[^n].\n\n[^n]: Note. word')
})

it('gives a footnote its number, and the note its way back', () => {
  const html = htmlOf('A[^n].\n\n[^n]: Note.')
  expect(html).toContain('<a id="fnref-1" role="doc-noteref" href="#fn-1">1</a>')
  expect(html).toContain('<a href="#fnref-1" role="doc-backlink"')
})

it('puts a mark at the caret and the note, with the caret in it, at the end', () => {
  const writer = openForWriter('A claim. More.\n\nThe end.')
  writer.putCaret('after', 'A claim.')
  writer.choose('footnote.insert')
  writer.type('The source.')
  expect(writer.file()).toBe('A claim.[^1] More.\n\nThe end.\n\n[^1]: The source.')
})

it('takes a number that no note has yet', () => {
  const writer = openForWriter('A[^1] claim.\n\n[^1]: One.')
  writer.putCaret('after', 'claim.')
  writer.choose('footnote.insert')
  writer.type('Two.')
  expect(writer.file()).toBe('A[^1] claim.[^2]\n\n[^1]: One.\n\n[^2]: Two.')
})

it('may hold several paragraphs', () => {
  const writer = openForWriter('A[^1]\n\n[^1]: One.')
  writer.putCaret('after', 'One.')
  writer.type('\nTwo.')
  expect(writer.file()).toBe('A[^1]\n\n[^1]: One.\n\n    Two.')
})

it('leaves out a paragraph that is still empty', () => {
  const writer = openForWriter('A[^1]\n\n[^1]: One.')
  writer.putCaret('before', 'One.')
  writer.type('\n')
  expect(writer.file()).toBe('A[^1]\n\n[^1]: One.')
})
