import type { Clock } from '../ports/host'
import type { Events } from './events'

export type CloseOutcome = 'answered' | 'timed out'

/** Asks the pages to save before the host goes away, and waits for their answers within a limit. */
export interface Closing {
  request(wait: { readonly pages: number; readonly milliseconds: number }): Promise<CloseOutcome>
  /** A page has saved, or its person chose to leave. */
  answered(): void
}

export function createClosing({
  clock,
  events,
}: {
  readonly clock: Clock
  readonly events: Events
}): Closing {
  let answer: (() => void) | null = null
  return {
    request({ pages, milliseconds }) {
      if (pages === 0) return Promise.resolve('answered')
      return new Promise((resolve) => {
        let missing = pages
        const cancel = clock.after(milliseconds, () => {
          answer = null
          resolve('timed out')
        })
        answer = () => {
          missing -= 1
          if (missing > 0) return
          answer = null
          cancel()
          resolve('answered')
        }
        events.emit('app.closing', {})
      })
    },
    answered: () => answer?.(),
  }
}
