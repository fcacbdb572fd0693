import fc from 'fast-check'
import { expect, it } from 'vitest'
import { NOBODY, type Parts, type Piece, readParts, writeParts } from './parts'

const text = (value: string): Piece => ({ kind: 'text', value })
const work = (value: string): Piece => ({ kind: 'emphasis', value })
const link = (value: string, href: string): Piece => ({
  kind: 'link',
  value,
  href,
  isEmphasised: false,
})
const MILL = 'https://mill.example/a'

const read = (pieces: readonly Piece[]): readonly string[] | null => {
  const parts = readParts(pieces)
  return parts && [parts.speaker, parts.role, parts.source, parts.href]
}

it.each<[string, Piece[], string[]]>([
  ['a name', [text('Ana Ruiz')], ['Ana Ruiz', '', '', '']],
  [
    'a role',
    [text('Ana Ruiz, senior pilot, Aldane')],
    ['Ana Ruiz', 'senior pilot, Aldane', '', ''],
  ],
  ['a work', [text('Ana Ruiz, '), work('The Mill')], ['Ana Ruiz', '', 'The Mill', '']],
  ['a link', [text('Ana, pilot, '), link('The Mill', MILL)], ['Ana', 'pilot', 'The Mill', MILL]],
  ['words that lead on', [text('Ana, to the '), link('Mill', MILL)], ['Ana', '', 'Mill', MILL]],
  ['a source alone', [link('The Mill', MILL)], ['', '', 'The Mill', MILL]],
  ['a linked speaker', [link('Ana', MILL), text(', pilot')], ['Ana', 'pilot', '', MILL]],
  ['dots between', [text('Ana · pilot · '), link('Mill', MILL)], ['Ana', 'pilot', 'Mill', MILL]],
])('reads %s', (_, pieces, parts) => {
  expect(read(pieces)).toEqual(parts)
  expect(writeParts(readParts(pieces) ?? NOBODY)).toEqual(pieces)
})

it.each<[string, Piece[]]>([
  ['two links', [link('Ana', MILL), text(', '), link('The Mill', MILL)]],
  ['words after the source', [work('The Mill'), text(', page 4')]],
])('reads a line with %s as no parts', (_, pieces) => {
  expect(readParts(pieces)).toBeNull()
})

it('calls a source without words by its host', () => {
  const parts: Parts = { ...NOBODY, speaker: 'Ana', href: 'https://www.mill.example/a?b' }
  expect(writeParts(parts)).toEqual([text('Ana, '), link('mill.example', parts.href)])
})

it('reads whatever it has written', () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{1,6}( [A-Z][a-z]{1,6})?$/)
  const part = fc.oneof(fc.constant(''), word)
  fc.assert(
    fc.property(part, part, part, fc.boolean(), (speaker, role, source, isLinked) => {
      fc.pre(source !== '' || !isLinked)
      fc.pre(speaker !== '' || role === '')
      const parts = { ...NOBODY, speaker, role, source, href: isLinked ? MILL : '' }
      expect(read(writeParts(parts))).toEqual([speaker, role, source, parts.href])
    }),
  )
})
