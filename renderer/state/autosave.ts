import type { Revision } from '../../shared/domain/article'
import type { Clock } from './clock'

/** What autosave saves from. `version` grows whenever `text` changes. */
export interface SaveSource {
  version(): number
  text(): string
}

/** Where an open article stands between the page and the disk. */
export type SaveState =
  | { readonly kind: 'clean' }
  | { readonly kind: 'dirty' }
  | { readonly kind: 'saving' }
  /** The file is not what this article was read from; nothing is written until a person decides. */
  | { readonly kind: 'conflict'; readonly theirs: Revision | null }
  | { readonly kind: 'failed'; readonly message: string }

export type SaveOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'conflict'; readonly theirs: Revision | null }
  | { readonly kind: 'failed'; readonly message: string }

export interface AutosaveOptions {
  readonly source: SaveSource
  readonly clock: Clock
  /** Must not reject: a failure is an outcome. */
  save(text: string): Promise<SaveOutcome>
  onState(state: SaveState): void
  /** A save found another version of the file than it started from. */
  onConflict?(): void
}

/** How work on page and file ended for which saving was held up. */
export type HoldEnd =
  | { readonly kind: 'unchanged' }
  /** Both were brought together; `saved` is the page's version that is the file's, `null` when none is. */
  | { readonly kind: 'together'; readonly saved: number | null }

export interface Autosave {
  state(): SaveState
  /** The source's version changed. Cheap: runs on keystrokes. */
  changed(): void
  /** Saves what there is now without waiting, and resolves with where that ended. */
  flush(): Promise<SaveState>
  /** Stops all saving: the file on disk is known to be another one. */
  conflict(theirs: Revision | null): void
  /** Starts no save until the returned function is called; it ends a conflict when there is none any more. */
  hold(): (end: HoldEnd) => void
  /** Resolves when no save is in flight. */
  idle(): Promise<void>
  dispose(): void
}

/** A pause in typing that is long enough to save. */
export const IDLE_MS = 700
/** The longest that a change waits while typing goes on. */
export const LONGEST_WAIT_MS = 1800
const FIRST_RETRY_MS = 2000
const LAST_RETRY_MS = 30_000

const UNWRITABLE =
  'Galley cannot write this article as Markdown, so the file was left as it is. Undo the last change.'

const CLEAN: SaveState = { kind: 'clean' }
const DIRTY: SaveState = { kind: 'dirty' }
const SAVING: SaveState = { kind: 'saving' }

/** A promise that is resolved from outside. */
function opening(): { readonly promise: Promise<void>; resolve(): void } {
  let resolve = (): void => undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

/**
 * Saves shortly after typing pauses and at least every two seconds while it does not. One save is in
 * flight at a time; what was typed meanwhile waits for the next. A result only says what is on disk
 * now, it never touches the text. A conflict ends saving; a failure stays visible until a save succeeds.
 */
export function createAutosave({
  source,
  clock,
  save,
  onState,
  onConflict,
}: AutosaveOptions): Autosave {
  let state: SaveState = CLEAN
  let savedVersion = source.version()
  let inFlight: Promise<void> | null = null
  /** When the oldest change that no save has taken along was made. */
  let unsavedSince: number | null = null
  let cancelTimer: (() => void) | null = null
  let due = 0
  let rings = 0
  let failures = 0
  let notBefore = 0
  let disposed = false
  let holds = 0
  let released: { readonly promise: Promise<void>; resolve(): void } | null = null

  function show(next: SaveState): void {
    if (next === state) return
    state = next
    if (!disposed) onState(next)
  }

  function stopTimer(): void {
    cancelTimer?.()
    cancelTimer = null
  }

  /** Every key puts the save off; a timer that is to ring before is left to find that out itself. */
  function schedule(at: number): void {
    due = at
    if (cancelTimer !== null && rings <= at) return
    stopTimer()
    rings = at
    cancelTimer = clock.after(Math.max(0, at - clock.now()), ring)
  }

  function ring(): void {
    cancelTimer = null
    if (clock.now() < due) schedule(due)
    // With a save in flight, its end decides what comes next.
    else if (inFlight === null && holds === 0) start()
  }

  function start(): void {
    stopTimer()
    const version = source.version()
    unsavedSince = null
    if (state.kind !== 'failed') show(SAVING)
    inFlight = saveText().then((outcome) => {
      inFlight = null
      if (!disposed && state.kind !== 'conflict') settle(version, outcome)
    })
  }

  function saveText(): Promise<SaveOutcome> {
    let text: string
    try {
      text = source.text()
    } catch {
      return Promise.resolve({ kind: 'failed', message: UNWRITABLE })
    }
    return save(text)
  }

  function settle(version: number, outcome: SaveOutcome): void {
    switch (outcome.kind) {
      case 'saved':
        savedVersion = version
        failures = 0
        notBefore = 0
        if (source.version() === version) {
          stopTimer()
          show(CLEAN)
        } else {
          show(DIRTY)
          // The timer of a change made meanwhile may have fired while the save was in flight.
          if (cancelTimer === null && holds === 0) start()
        }
        return
      case 'conflict':
        conflict(outcome.theirs)
        onConflict?.()
        return
      case 'failed':
        failures += 1
        notBefore =
          clock.now() + Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 10))
        show({ kind: 'failed', message: outcome.message })
        schedule(notBefore)
        return
    }
  }

  function conflict(theirs: Revision | null): void {
    stopTimer()
    show({ kind: 'conflict', theirs })
  }

  /** Cheap: runs on keystrokes. */
  function changed(): void {
    if (disposed || holds > 0 || state.kind === 'conflict' || source.version() === savedVersion) {
      return
    }
    const now = clock.now()
    unsavedSince ??= now
    if (state.kind === 'clean') show(DIRTY)
    schedule(Math.max(Math.min(now + IDLE_MS, unsavedSince + LONGEST_WAIT_MS), notBefore))
  }

  function end(how: HoldEnd): void {
    if (how.kind === 'unchanged' || disposed) {
      changed()
      return
    }
    stopTimer()
    unsavedSince = null
    failures = 0
    notBefore = 0
    // No version is this one: what stands on the page is in no file yet.
    savedVersion = how.saved ?? Number.NEGATIVE_INFINITY
    const isSaved = savedVersion === source.version()
    show(isSaved ? CLEAN : DIRTY)
    if (!isSaved && inFlight === null && holds === 0) start()
  }

  return {
    state: () => state,
    changed,
    async flush() {
      const wanted = source.version()
      while (!disposed && state.kind !== 'conflict' && savedVersion < wanted) {
        if (released !== null) {
          await released.promise
          continue
        }
        if (inFlight === null) start()
        const failed = failures
        await inFlight
        if (failures > failed) break
      }
      return state
    },
    conflict,
    hold() {
      holds++
      released ??= opening()
      return (how) => {
        holds--
        if (holds === 0) {
          released?.resolve()
          released = null
        }
        end(how)
      }
    },
    async idle() {
      while (inFlight !== null) await inFlight
    },
    dispose() {
      disposed = true
      stopTimer()
    },
  }
}
