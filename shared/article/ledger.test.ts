import fc from 'fast-check'
import { expect, it } from 'vitest'
import { assemble, createLedger, gapsBetween, type Piece } from './ledger'

/** Blocks for these tests are lines with text, found by their letters. */
function ranges(body: string): { start: number; end: number }[] {
  return [...body.matchAll(/[a-z]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}
const fits = (): boolean => true
const clean = (body: string): { ledger: ReturnType<typeof createLedger>; pieces: Piece[] } => {
  const ledger = createLedger(body, ranges(body))
  return {
    ledger,
    pieces: ledger.entries.map((entry, index) => ({
      text: entry.source,
      entry: index,
      isClean: true,
    })),
  }
}
const join = (pieces: readonly Piece[], ledger: ReturnType<typeof createLedger>): string =>
  assemble(pieces, gapsBetween(pieces, ledger, fits), ledger).join('')

it('writes an untouched body back byte for byte', () => {
  const line = fc.tuple(
    fc.constantFrom('', '  ', 'abc', '   def  ', 'g\t'),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  fc.assert(
    fc.property(fc.array(line), fc.constantFrom('', 'xyz', ' '), (lines, last) => {
      const body = lines.map(([content, ending]) => content + ending).join('') + last
      const { ledger, pieces } = clean(body)
      expect(join(pieces, ledger)).toBe(body)
    }),
  )
})

it('changes nothing outside an edited block', () => {
  const { ledger, pieces } = clean('\n\na  \n\n\nb\nc\n')
  const edited = pieces.map((piece, index) =>
    index === 1 ? { ...piece, text: 'edited', isClean: false } : piece,
  )
  expect(join(edited, ledger)).toBe('\n\na  \n\n\nedited\nc\n')
})

it('parts blocks that were not neighbours by a blank line, and keeps the end of the file', () => {
  const { ledger, pieces } = clean('a\nb\n\nc')
  const [a, b, c] = pieces
  if (!a || !b || !c) throw new Error('three blocks')
  expect(join([a, c], ledger)).toBe('a\n\nc')
  expect(join([c, b, a], ledger)).toBe('c\n\nb\n\na')
  expect(join([a, b, c, { text: 'new', entry: null, isClean: false }], ledger)).toBe(
    'a\nb\n\nc\n\nnew',
  )
})

it('parts new blocks with the line ending of the file', () => {
  const { ledger, pieces } = clean('a\r\n\r\nb\r\n')
  expect(join([...pieces, { text: 'x', entry: null, isClean: false }], ledger)).toBe(
    'a\r\n\r\nb\r\n\r\nx\r\n',
  )
})

it('ends the first words of an empty file with a line ending', () => {
  const ledger = createLedger('', [])
  expect(join([{ text: 'x', entry: null, isClean: false }], ledger)).toBe('x\n')
})

it('puts the first block of a new article under the blank line below its front matter', () => {
  const first: Piece = { text: 'One.', entry: null, isClean: false }
  expect(join([first], createLedger('\n', []))).toBe('\nOne.\n')
})
