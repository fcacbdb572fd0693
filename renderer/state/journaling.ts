import type { Revision } from '../../shared/domain/article'
import { spliceBetweenPieces } from '../../shared/domain/splice'
import type { Clock } from './clock'

/** What a journal is kept of. Pieces that did not change are to be the same strings as before. */
export interface JournalSource {
  version(): number
  pieces(): readonly string[]
}

export type JournalChange =
  | {
      readonly kind: 'splice'
      readonly at: number
      readonly removed: number
      readonly text: string
    }
  | { readonly kind: 'whole'; readonly text: string }

export interface JournalEntry {
  readonly base: Revision
  readonly number: number
  readonly change: JournalChange
}

/** Whether what is typed would outlive a crash. */
export type Protection =
  | { readonly kind: 'protected' }
  | { readonly kind: 'failed'; readonly message: string }

export interface JournalingOptions {
  readonly source: JournalSource
  /** The state of the file that the source shows now. */
  readonly revision: Revision
  readonly clock: Clock
  append(entry: JournalEntry): Promise<{ readonly kept: boolean }>
  clear(): Promise<unknown>
  /** The sentence for what an append failed with. */
  problemOf(error: unknown): string
  onState(state: Protection): void
}

export interface Journaling {
  /** The source's version changed. Cheap: runs on keystrokes. */
  changed(): void
  /** The file is at `revision` now, and holds these pieces, which the source had at `version`. */
  saved(file: {
    readonly version: number
    readonly revision: Revision
    readonly pieces: readonly string[]
  }): void
  /** The page goes on from another state of the file, which holds this text. */
  rebased(file: { readonly revision: Revision; readonly text: string }): void
  /** Words of an earlier journal are on the page: that one goes when this one would. */
  took(): void
  /** The page's words are given up: nothing of them is kept. */
  abandon(): void
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
  dispose(): void
}

/** With the way to the disk this stays within a tenth of a second. */
export const JOURNAL_MS = 40
const RETRY_MS = 1000

const PROTECTED: Protection = { kind: 'protected' }

/**
 * Keeps each change of an article outside of its file within a moment, also while typing goes on. What
 * is sent is the difference to what was sent last. When a save holds everything, the journal goes.
 */
export function createJournaling(options: JournalingOptions): Journaling {
  const { source, clock, append, clear, problemOf, onState } = options
  let base = { revision: options.revision, pieces: source.pieces() }
  /** What the journal holds; `null` when there is none. */
  let sent: readonly string[] | null = null
  let number = 0
  /** Whether a journal may lie on the disk. */
  let isThere = false
  let needsWhole = false
  let isSaved = true
  let inFlight: Promise<void> | null = null
  let cancelTimer: (() => void) | null = null
  /** Something was typed while an entry was under way, and its time has come. */
  let isDue = false
  let state: Protection = PROTECTED
  let disposed = false

  function show(next: Protection): void {
    const isSame = state.kind === 'protected' && next.kind === 'protected'
    state = next
    if (!disposed && !isSame) onState(next)
  }

  function schedule(ms: number): void {
    if (disposed) return
    cancelTimer ??= clock.after(ms, () => {
      cancelTimer = null
      if (inFlight === null) work()
      else isDue = true
    })
  }

  /** Does what there is to do, one thing at a time. */
  function work(): void {
    if (inFlight !== null || disposed) return
    isDue = false
    const next = isSaved ? (isThere ? forget() : null) : keep()
    if (next === null) return
    inFlight = next.then((isDone) => {
      inFlight = null
      if (isDone) {
        // What was typed meanwhile has waited for as long as its turn took.
        if (isDue || cancelTimer !== null || (isSaved && isThere)) {
          cancelTimer?.()
          cancelTimer = null
          work()
        }
      } else schedule(needsWhole ? 0 : RETRY_MS)
    })
  }

  function changeTo(now: readonly string[]): JournalChange | null {
    if (needsWhole) return { kind: 'whole', text: now.join('') }
    const splice = spliceBetweenPieces(sent ?? base.pieces, now)
    return splice === null ? null : { kind: 'splice', ...splice }
  }

  function keep(): Promise<boolean> | null {
    let now: readonly string[]
    try {
      now = source.pieces()
    } catch (error) {
      show({ kind: 'failed', message: problemOf(error) })
      return Promise.resolve(false)
    }
    const change = changeTo(now)
    if (change === null) return number === 0 && isThere ? forget() : null
    const wasWhole = needsWhole
    isThere = true
    return append({ base: base.revision, number, change }).then(
      ({ kept }) => {
        number = kept ? number + 1 : 0
        sent = kept ? now : null
        needsWhole = !kept && !wasWhole
        if (kept) show(PROTECTED)
        return kept
      },
      (error: unknown) => {
        number = 0
        sent = null
        needsWhole = false
        show({ kind: 'failed', message: problemOf(error) })
        return false
      },
    )
  }

  function forget(): Promise<boolean> {
    isThere = false
    number = 0
    sent = null
    needsWhole = false
    // One that could not be removed is found to say what the file says.
    return clear().then(
      () => true,
      () => true,
    )
  }

  return {
    changed() {
      isSaved = false
      schedule(JOURNAL_MS)
    },
    saved({ version, revision, pieces }) {
      base = { revision, pieces }
      if (source.version() !== version) return
      isSaved = true
      cancelTimer?.()
      cancelTimer = null
      if (isThere) work()
    },
    rebased({ revision, text }) {
      base = { revision, pieces: [text] }
      number = 0
      sent = null
      if (!isThere) return
      isSaved = false
      schedule(0)
    },
    took() {
      isThere = true
    },
    abandon() {
      isSaved = true
      cancelTimer?.()
      cancelTimer = null
      if (inFlight === null) void forget()
      else void inFlight.then(() => forget())
    },
    async idle() {
      while (inFlight !== null) await inFlight
    },
    dispose() {
      disposed = true
      cancelTimer?.()
      cancelTimer = null
    },
  }
}
