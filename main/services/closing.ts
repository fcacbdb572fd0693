import type { ParsedInput } from '../../shared/api/contract'
import type { Clock } from '../ports/host'
import type { Events } from './events'

export type CloseAnswer = ParsedInput<'app.closed'>['answer']

/** `saved`: every page may go. `staying`: somebody chose to stay. `timed out`: a page did not answer. */
export type CloseOutcome = 'saved' | 'staying' | 'timed out'

/** Asks the pages to save before the host goes away, and waits for their answers within a limit. */
export interface Closing {
  request(wait: { readonly pages: number; readonly milliseconds: number }): Promise<CloseOutcome>
  answered(answer: CloseAnswer): void
}

export function createClosing({
  clock,
  events,
}: {
  readonly clock: Clock
  readonly events: Events
}): Closing {
  let hear: ((answer: CloseAnswer) => void) | null = null
  let pending: Promise<CloseOutcome> | null = null

  function ask(pages: number, milliseconds: number): Promise<CloseOutcome> {
    return new Promise((resolve) => {
      let missing = pages
      const cancel = clock.after(milliseconds, () => end('timed out'))
      function end(outcome: CloseOutcome): void {
        cancel()
        hear = null
        pending = null
        resolve(outcome)
      }
      hear = (answer) => {
        switch (answer) {
          case 'asking':
            cancel()
            return
          case 'staying':
            end('staying')
            return
          case 'saved':
            missing -= 1
            if (missing === 0) end('saved')
        }
      }
      events.emit('app.closing', {})
    })
  }

  return {
    request({ pages, milliseconds }) {
      if (pages === 0) return Promise.resolve('saved')
      // Who asks again while the pages are at it waits for the same answers: a person is asked once.
      pending ??= ask(pages, milliseconds)
      return pending
    },
    answered: (answer) => hear?.(answer),
  }
}
