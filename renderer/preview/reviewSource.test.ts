import { afterEach, expect, it, vi } from 'vitest'
import { eventually } from '../../tests/support/eventually'
import { openReviewSource } from './reviewSource'
import { readReviewText, type WantedText } from './reviewTexts'

const SIGN = '{>>@ana 2026-11-24T10:02Z<<}'

function written(text: string) {
  const listeners = new Set<() => void>()
  let version = 0
  return {
    version: () => version,
    text: () => text,
    onChange(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    write(next: string) {
      text = next
      version++
      for (const listener of listeners) listener()
    },
  }
}

/** Time that goes on when it is told to. */
function stoppedClock() {
  const due = new Set<() => void>()
  return {
    now: () => 0,
    after(_: number, run: () => void) {
      due.add(run)
      return () => void due.delete(run)
    },
    pass() {
      const runs = [...due]
      due.clear()
      for (const run of runs) run()
    },
  }
}

async function opened(session: ReturnType<typeof written>, clock = stoppedClock()) {
  const source = await openReviewSource(session, 'marked', clock, new AbortController().signal)
  if (source === null) throw new Error('It was called off.')
  return { source, clock }
}

const told = (drawn: unknown): string => JSON.stringify(drawn)

afterEach(() => vi.unstubAllGlobals())

it('shows what is marked, and what was written since a moment after it', async () => {
  const session = written(`One {++two++}${SIGN}.\n`)
  const { source, clock } = await opened(session)
  expect(told(source.content())).toContain('two')
  const drawn = vi.fn()
  const stop = source.onChange(drawn)
  session.write(`One {++three++}${SIGN}.\n`)
  expect(drawn).not.toHaveBeenCalled()
  clock.pass()
  await eventually(() => expect(drawn).toHaveBeenCalledOnce())
  expect(told(source.content())).toContain('three')
  stop()
  session.write('Four.\n')
  clock.pass()
  await Promise.resolve()
  expect(told(source.content())).toContain('three')
})

it('sees what was written before anyone listened', async () => {
  const session = written(`One {++two++}${SIGN}.\n`)
  const { source, clock } = await opened(session)
  session.write(`One {++three++}${SIGN}.\n`)
  const drawn = vi.fn()
  source.onChange(drawn)
  clock.pass()
  await eventually(() => expect(drawn).toHaveBeenCalledOnce())
  expect(told(source.content())).toContain('three')
})

it('reads a long article in a worker, and ends that when more is written', async () => {
  const terminated = vi.fn()
  let answers = true
  class DoubleWorker {
    onmessage: ((event: { data: unknown }) => void) | null = null
    postMessage(wanted: WantedText): void {
      const data = structuredClone(readReviewText(wanted))
      if (answers) queueMicrotask(() => this.onmessage?.({ data }))
    }
    terminate = terminated
  }
  vi.stubGlobal('Worker', DoubleWorker)
  const long = 'Words of a long article.\n\n'.repeat(800)
  const session = written(`${long}One {++two++}${SIGN}.\n`)
  const { source, clock } = await opened(session)
  expect(told(source.content())).toContain('two')
  await eventually(() => expect(terminated).toHaveBeenCalledTimes(1))
  const drawn = vi.fn()
  source.onChange(drawn)
  answers = false
  session.write(`${long}One {++three++}${SIGN}.\n`)
  clock.pass()
  answers = true
  session.write(`${long}One {++four++}${SIGN}.\n`)
  await eventually(() => expect(terminated).toHaveBeenCalledTimes(2))
  clock.pass()
  await eventually(() => expect(drawn).toHaveBeenCalledOnce())
  expect(told(source.content())).toContain('four')
})
