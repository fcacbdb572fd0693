import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applySplice, spliceBetween } from '../../../shared/domain/splice'
import { encodeRecord, joinBytes } from '../records'
import { entryOfJournal, type JournalEntry, readJournal, startOfJournal } from './journal'

const header = {
  root: '/library',
  path: 'talks.md',
  base: 'first',
  owner: '1 here -',
  run: 'run',
  page: 'page',
}
const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '😀'), maxLength: 20 })

/** A journal of a page on which these texts stood one after the other. */
function journalOf(texts: readonly string[]): { bytes: Uint8Array; lengths: readonly number[] } {
  const [base = '', ...rest] = texts
  const entries = rest.flatMap((after, index): JournalEntry[] => {
    const splice = spliceBetween(texts[index] ?? '', after)
    return splice === null ? [] : [{ kind: 'splice', ...splice, time: index }]
  })
  const start = startOfJournal(header, [{ kind: 'base', text: base }])
  const parts = [start, ...entries.map(entryOfJournal)]
  let length = 0
  const lengths = parts.map((part) => {
    length += part.length
    return length
  })
  return { bytes: joinBytes(parts), lengths }
}

describe('a journal', () => {
  it('gives back what was on the page last', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 8 }), (texts) => {
        const found = readJournal(journalOf(texts).bytes)
        const isChanged = texts.some((each) => each !== texts[0])
        expect(found.kind).toBe(isChanged ? 'sound' : 'empty')
        if (found.kind === 'sound') expect(found.journal.text).toBe(texts.at(-1))
      }),
    )
  })

  it('drops a last record that was cut off, and keeps all before it', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 8 }), fc.nat(), (texts, place) => {
        const { bytes, lengths } = journalOf(texts)
        const cut = place % (bytes.length + 1)
        const whole = lengths.filter((length) => length <= cut).length
        const found = readJournal(bytes.subarray(0, cut))
        if (whole < 2) {
          expect(found.kind).toBe('empty')
          return
        }
        // What stood on the page after so many changes.
        const states = texts.filter((each, index) => index === 0 || each !== texts[index - 1])
        expect(found.kind === 'sound' ? found.journal.text : null).toBe(states[whole - 1])
      }),
    )
  })

  it('knows the states that its own saves gave the file', () => {
    const bytes = joinBytes([
      startOfJournal(header, [{ kind: 'base', text: 'One.' }]),
      entryOfJournal({ kind: 'splice', at: 4, removed: 0, text: ' Two.', time: 7 }),
      entryOfJournal({ kind: 'saving', revision: 'second' }),
      entryOfJournal({ kind: 'over' }),
    ])
    expect(readJournal(bytes)).toEqual({
      kind: 'sound',
      journal: {
        header,
        baseText: 'One.',
        text: 'One. Two.',
        time: 7,
        revisions: new Set(['first', 'second']),
        isOver: true,
      },
    })
  })

  it('of another version of Galley is told from a damaged one', () => {
    expect(readJournal(encodeRecord({ kind: 'journal', format: 99 })).kind).toBe('foreign')
    expect(readJournal(new TextEncoder().encode('rubbish')).kind).toBe('empty')
    expect(applySplice('abc', { at: 9, removed: 0, text: '' })).toBeNull()
  })
})
