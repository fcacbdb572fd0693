import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAutosave, IDLE_MS, LONGEST_WAIT_MS, type SaveOutcome } from './autosave'
import { createStepClock } from './stepClock'

/** A page and a disk, with saves that end when the test says so. */
function desk() {
  const clock = createStepClock()
  const page = { version: 0 }
  const states: string[] = []
  const started: { text: string; at: number; end: (outcome: SaveOutcome) => void }[] = []
  let inFlight = 0
  let mostInFlight = 0
  const autosave = createAutosave({
    source: { version: () => page.version, text: () => `v${page.version}` },
    clock,
    save: (text) => {
      inFlight += 1
      mostInFlight = Math.max(mostInFlight, inFlight)
      return new Promise((resolve) => {
        started.push({
          text,
          at: clock.now(),
          end: (outcome) => {
            inFlight -= 1
            resolve(outcome)
          },
        })
      })
    },
    onState: (state) => states.push(state.kind),
  })
  const type = () => {
    page.version += 1
    autosave.changed()
  }
  const settle = async (outcome: SaveOutcome) => {
    started.at(-1)?.end(outcome)
    await Promise.resolve()
    await Promise.resolve()
  }
  return {
    clock,
    page,
    states,
    started,
    autosave,
    type,
    settle,
    busy: () => inFlight > 0,
    most: () => mostInFlight,
  }
}

describe('autosave', () => {
  it('saves within a second of the last keystroke', async () => {
    const { clock, type, started, settle, states } = desk()
    type()
    clock.advance(1000)
    expect(started.map((save) => save.text)).toEqual(['v1'])
    await settle({ kind: 'saved' })
    expect(states).toEqual(['dirty', 'saving', 'clean'])
  })

  it('saves within two seconds while typing goes on', () => {
    const { clock, type, started } = desk()
    for (let at = 0; at < 2000; at += 100) {
      type()
      clock.advance(100)
    }
    expect(started.length).toBeGreaterThan(0)
    expect(started[0]?.at).toBeLessThanOrEqual(2000)
  })

  it('R31 takes what was typed during a save along in the next one', async () => {
    const { clock, type, started, settle, autosave } = desk()
    type()
    clock.advance(IDLE_MS)
    type()
    clock.advance(LONGEST_WAIT_MS)
    expect(started).toHaveLength(1)
    await settle({ kind: 'saved' })
    expect(started.map((save) => save.text)).toEqual(['v1', 'v2'])
    await settle({ kind: 'saved' })
    expect(autosave.state().kind).toBe('clean')
  })

  it('writes nothing more after a conflict', async () => {
    const { clock, type, started, settle, autosave } = desk()
    type()
    clock.advance(IDLE_MS)
    await settle({ kind: 'conflict', theirs: null })
    type()
    clock.advance(60_000)
    expect((await autosave.flush()).kind).toBe('conflict')
    expect(started).toHaveLength(1)
  })

  it('keeps a failure in sight while it tries again, until a save succeeds', async () => {
    const { clock, type, started, settle, autosave, states } = desk()
    type()
    clock.advance(IDLE_MS)
    await settle({ kind: 'failed', message: 'The disk is full.' })
    clock.advance(60_000)
    expect(started).toHaveLength(2)
    expect(autosave.state()).toEqual({ kind: 'failed', message: 'The disk is full.' })
    await settle({ kind: 'saved' })
    expect(states).toEqual(['dirty', 'saving', 'failed', 'clean'])
  })

  it('saves at once when asked, and says how that ended', async () => {
    const { type, started, settle, autosave } = desk()
    type()
    const ended = autosave.flush()
    expect(started).toHaveLength(1)
    await settle({ kind: 'failed', message: 'No such folder.' })
    expect(await ended).toEqual({ kind: 'failed', message: 'No such folder.' })
  })

  it('has nothing to do for an article that was not touched', async () => {
    const { autosave, started } = desk()
    expect((await autosave.flush()).kind).toBe('clean')
    expect(started).toEqual([])
  })

  it('R32 holds its promises on any schedule of typing, pauses, slow and failing saves', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('type' as const) }),
      fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 3000 }) }),
      fc.record({ do: fc.constant('saved' as const) }),
      fc.record({ do: fc.constant('failed' as const) }),
      fc.record({ do: fc.constant('flush' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const { clock, type, started, settle, autosave, busy, most, page } = desk()
        for (const each of steps) {
          if (each.do === 'type') type()
          else if (each.do === 'wait') clock.advance(each.ms)
          else if (each.do === 'flush') void autosave.flush()
          else if (busy()) {
            await settle(
              each.do === 'saved' ? { kind: 'saved' } : { kind: 'failed', message: 'No.' },
            )
          }
          expect(most()).toBeLessThanOrEqual(1)
        }
        const versions = started.map((save) => Number(save.text.slice(1)))
        expect(versions).toEqual([...versions].sort((a, b) => a - b))
        // Whatever happened, a desk whose saves succeed again ends with everything on disk.
        for (let turn = 0; turn < 5; turn += 1) {
          clock.advance(30_000)
          if (busy()) await settle({ kind: 'saved' })
        }
        expect(autosave.state().kind).toBe('clean')
        if (page.version > 0) expect(started.at(-1)?.text).toBe(`v${page.version}`)
      }),
      { numRuns: 300 },
    )
  })

  it('never leaves a change waiting for more than two seconds when saves are quick', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 40 }),
        async (pauses) => {
          const { clock, type, started, settle, busy, page } = desk()
          let oldestUnsaved: number | null = null
          for (const pause of pauses) {
            type()
            oldestUnsaved ??= clock.now()
            for (let ms = 0; ms < pause; ms += 50) {
              clock.advance(50)
              if (busy()) {
                await settle({ kind: 'saved' })
                oldestUnsaved = null
              }
              if (oldestUnsaved !== null) {
                expect(clock.now() - oldestUnsaved).toBeLessThanOrEqual(2000)
              }
            }
          }
          clock.advance(1000)
          expect(started.at(-1)?.text).toBe(`v${page.version}`)
        },
      ),
      { numRuns: 100 },
    )
  })
})
