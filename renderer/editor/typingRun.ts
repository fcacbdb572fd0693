/** What one key did to a field: where, and whether a letter came or went. */
interface Typed {
  readonly kind: 'in' | 'out'
  readonly at: number
  /** A word begun, or something typed over a selection. */
  readonly begins: boolean
}

function typedIn(before: string, after: string): Typed | null {
  const most = Math.min(before.length, after.length)
  let at = 0
  while (at < most && before[at] === after[at]) at++
  let end = 0
  while (end < most - at && before.at(-1 - end) === after.at(-1 - end)) end++
  const gone = before.length - at - end
  const come = after.length - at - end
  if (come === 0 && gone === 1) return { kind: 'out', at, begins: false }
  // More than one at a time is a paste, a completion or a cut: a step of its own.
  if (come !== 1) return null
  const startsWord = /\S/.test(after[at] ?? '') && /\s/.test(after[at - 1] ?? '')
  return { kind: 'in', at, begins: startsWord || gone > 0 }
}

/** Tells which letters typed into one field are one step of undo: a word, or what is deleted in a row. */
export interface TypingRun {
  /** Whether this change goes on with the last one. */
  goesOn(field: string, before: string, after: string): boolean
  /** What is typed next begins a step. */
  end(): void
}

export function createTypingRun(): TypingRun {
  let last: { readonly field: string; readonly typed: Typed; readonly after: string } | null = null
  return {
    goesOn(field, before, after) {
      const typed = typedIn(before, after)
      const known = last
      last = typed === null ? null : { field, typed, after }
      if (known === null || typed === null || typed.begins) return false
      if (known.field !== field || known.after !== before) return false
      if (known.typed.kind !== typed.kind) return false
      // Of two like letters beside each other either could be the one.
      return typed.kind === 'in' ? typed.at > known.typed.at : typed.at <= known.typed.at
    },
    end() {
      last = null
    },
  }
}
