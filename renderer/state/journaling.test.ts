import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Revision } from '../../shared/domain/article'
import { applySplice } from '../../shared/domain/splice'
import { createJournaling, JOURNAL_MS, type JournalEntry, type Protection } from './journaling'
import { createStepClock } from './stepClock'

const revision = (n: number): Revision => `revision ${n}` as Revision

/** A page, and a backend that keeps its journal as the real one does. */
function desk() {
  const clock = createStepClock()
  const page = { version: 0, pieces: ['# Talks\n\n', 'Five hours.\n'] as readonly string[] }
  const files = new Map([[revision(0), page.pieces.join('')]])
  const entries: JournalEntry[] = []
  const states: Protection[] = []
  const disk = { journal: null as string | null, count: 0, fails: false, forgets: false }

  async function append(entry: JournalEntry): Promise<{ kept: boolean }> {
    entries.push(entry)
    if (disk.fails) throw new Error('the disk is full')
    const { base, number, change } = entry
    if (disk.forgets) {
      disk.forgets = false
      disk.count = -1
      files.clear()
    }
    if (change.kind === 'whole') disk.journal = change.text
    else {
      const from = number === 0 ? files.get(base) : disk.journal
      if (from === undefined || (number > 0 && number !== disk.count)) return { kept: false }
      disk.journal = applySplice(from ?? '', change)
    }
    disk.count = number + 1
    return { kept: true }
  }

  const journaling = createJournaling({
    source: { version: () => page.version, pieces: () => page.pieces },
    revision: revision(0),
    clock,
    append,
    async clear() {
      disk.journal = null
      disk.count = 0
    },
    problemOf: (error) => String(error),
    onState: (state) => states.push(state),
  })
  return {
    clock,
    page,
    entries,
    states,
    disk,
    journaling,
    write(pieces: readonly string[]) {
      page.pieces = pieces
      page.version += 1
      journaling.changed()
    },
    text: () => page.pieces.join(''),
    /** Saves what is on the page, as a save does that takes its time. */
    beginSave() {
      const { version, pieces } = page
      return () => {
        files.set(revision(version), pieces.join(''))
        journaling.saved({ version, revision: revision(version), pieces })
      }
    },
    async settle() {
      for (let turn = 0; turn < 8; turn++) {
        await Promise.resolve()
        await journaling.idle()
      }
    },
  }
}

describe('the journal of a page', () => {
  it('has each word within a moment, also while typing goes on', async () => {
    const { clock, write, disk, text, settle } = desk()
    for (let n = 0; n < 20; n++) {
      write(['# Talks\n\n', `Five hours${'.'.repeat(n + 2)}\n`])
      clock.advance(JOURNAL_MS)
      await settle()
      expect(disk.journal).toBe(text())
    }
  })

  it('takes along what was typed while an entry was under way', async () => {
    const { clock, write, disk, text, settle } = desk()
    write(['One.\n'])
    clock.advance(JOURNAL_MS)
    write(['One. Two.\n'])
    clock.advance(1000)
    await settle()
    expect(disk.journal).toBe(text())
  })

  it('is sent what was typed, not the article', async () => {
    const { clock, write, entries, settle } = desk()
    write(['# Talks\n\n', 'Five long hours.\n'])
    clock.advance(JOURNAL_MS)
    await settle()
    expect(entries).toEqual([
      {
        base: revision(0),
        number: 0,
        change: { kind: 'splice', at: 14, removed: 0, text: 'long ' },
      },
    ])
  })

  it('goes when a save holds everything, and not before', async () => {
    const { clock, write, disk, beginSave, text, settle } = desk()
    write(['One.\n'])
    clock.advance(JOURNAL_MS)
    await settle()
    const end = beginSave()
    write(['One. Two.\n'])
    end()
    await settle()
    clock.advance(JOURNAL_MS)
    await settle()
    expect(disk.journal).toBe(text())
    beginSave()()
    await settle()
    expect(disk.journal).toBeNull()
  })

  it('tells for as long as nothing can be kept, and keeps everything afterwards', async () => {
    const { clock, write, disk, states, text, settle } = desk()
    disk.fails = true
    write(['One.\n'])
    clock.advance(JOURNAL_MS)
    await settle()
    expect(states).toEqual([{ kind: 'failed', message: 'Error: the disk is full' }])
    disk.fails = false
    clock.advance(1000)
    await settle()
    expect(states.at(-1)).toEqual({ kind: 'protected' })
    expect(disk.journal).toBe(text())
  })

  it('sends the whole text to a backend that has lost the thread', async () => {
    const { clock, write, disk, entries, text, settle } = desk()
    write(['One.\n'])
    clock.advance(JOURNAL_MS)
    await settle()
    disk.forgets = true
    write(['One. Two.\n'])
    clock.advance(JOURNAL_MS)
    await settle()
    clock.advance(1000)
    await settle()
    clock.advance(0)
    await settle()
    expect(disk.journal).toBe(text())
    expect(entries.at(-1)?.change.kind).toBe('whole')
  })

  it('keeps nothing of words that were given up', async () => {
    const { clock, write, disk, journaling, settle } = desk()
    write(['One.\n'])
    clock.advance(JOURNAL_MS)
    await settle()
    write(['One. Two.\n'])
    journaling.abandon()
    clock.advance(1000)
    await settle()
    expect(disk.journal).toBeNull()
  })

  it('holds the page whatever happens, a moment after', async () => {
    const step = fc.constantFrom('type', 'wait', 'save', 'saved', 'fail', 'mend', 'forget')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { clock, page, write, disk, beginSave, text, settle } = desk()
        let ends: (() => void)[] = []
        for (const [index, what] of steps.entries()) {
          if (what === 'type') write([...page.pieces, `${index}\n`])
          if (what === 'wait') clock.advance(JOURNAL_MS / 2)
          if (what === 'save') ends = [beginSave()]
          if (what === 'saved') for (const end of ends.splice(0)) end()
          if (what === 'fail') disk.fails = true
          if (what === 'mend') disk.fails = false
          if (what === 'forget') disk.forgets = true
          if (index % 3 === 0) await settle()
        }
        await settle()
        disk.fails = false
        write([...page.pieces, 'last'])
        for (let n = 0; n < 4; n++) {
          clock.advance(1000)
          await settle()
        }
        expect(disk.journal).toBe(text())
        beginSave()()
        await settle()
        expect(disk.journal).toBeNull()
      }),
      { numRuns: 200 },
    )
  })
})
