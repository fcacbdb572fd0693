import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'
import { openForWriter } from '../../../tests/support/writer'
import { readNote, writeNote } from '../../document/editor/notes'

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

it('is made by its sign, with an empty note where there is none', () => {
  const writer = openForWriter('A claim.')
  writer.type('[^src] More.')
  expect(writer.file()).toBe('A claim.[^src] More.\n\n[^src]:')
  writer.type(' Again[^SRC].')
  expect(writer.file()).toBe('A claim.[^src] More. Again[^src].\n\n[^src]:')
})

it('is no footnote after a backslash, or in a note', () => {
  const writer = openForWriter('A[^1]\n\n[^1]: One.')
  writer.putCaret('after', 'One.')
  writer.type(' [^2]')
  writer.putCaret('after', 'A')
  writer.type('\\[^3]')
  expect(writer.file()).not.toContain('[^2]:')
  expect(writer.file()).not.toContain('[^3]:')
})

it('is opened at its mark where the host can, and gone to and back', () => {
  const opened: string[] = []
  const writer = openForWriter('A claim. More.', { editFootnote: (label) => opened.push(label) })
  writer.putCaret('after', 'A claim.')
  writer.choose('footnote.insert')
  writer.choose('footnote.insert')
  expect(opened).toEqual(['1', '1'])
  writer.choose('footnote.go')
  writer.type('Note.')
  writer.choose('footnote.go')
  writer.type('!')
  expect(writer.file()).toBe('A claim.[^1]! More.\n\n[^1]: Note.')
})

it('is read and written as Markdown, with the article’s definitions', () => {
  const { editor, file } = openForWriter('A[^1] [r].\n\n[^1]: *One* [r].\n\n[r]: https://r.example')
  expect(readNote(editor, '1')).toBe('*One* [r].')
  writeNote(editor, '1', '**Two** [r].\n\n[^9]: x\n\nMore.', 'step')
  expect(file()).toBe('A[^1] [r].\n\n[^1]: **Two** [r].\n\n    More.\n\n[r]: https://r.example')
  writeNote(editor, '2', '', 'same step')
  expect(readNote(editor, '2')).toBe('')
})
