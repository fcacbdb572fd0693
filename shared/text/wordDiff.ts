import { align, type Hunk } from './align'
import { pairInOrder } from './likeness'
import { paragraphsOf } from './paragraphs'
import { tidyHunks } from './tidyHunks'
import { tokensOf } from './tokens'

/** A run of words that both texts have, or only one of them. */
export interface ProseChange {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

const MAX_PARAGRAPH_EDITS = 2_000
/** For several paragraphs at once, where a coarser way is still open. */
const MAX_REGION_EDITS = 400
const MAX_PAIR_EDITS = 1_500
/** Longer pieces are not taken apart into words. */
const MAX_WORDED = 400_000

/**
 * What changed between two texts, word by word and grouped as a reader would say it. The runs that
 * are not added make up `before`, those that are not removed `after`. Paragraphs that are too many
 * or too different to compare word by word are shown as removed and added whole.
 */
export function diffProse(before: string, after: string): readonly ProseChange[] {
  const changes = new Changes()
  const a = paragraphsOf(before)
  const b = paragraphsOf(after)
  const whole: Hunk = { a0: 0, a1: a.length, b0: 0, b1: b.length }
  let reached = 0
  for (const hunk of align(a, b, { maxEdits: MAX_PARAGRAPH_EDITS }) ?? [whole]) {
    changes.add('same', a.slice(reached, hunk.a0).join(''))
    diffRegion(changes, a.slice(hunk.a0, hunk.a1), b.slice(hunk.b0, hunk.b1))
    reached = hunk.a1
  }
  changes.add('same', a.slice(reached).join(''))
  return changes.list()
}

function diffRegion(changes: Changes, a: readonly string[], b: readonly string[]): void {
  if (diffWords(changes, a.join(''), b.join(''), MAX_REGION_EDITS)) return
  let pastA = 0
  let pastB = 0
  for (const pair of pairInOrder(a, b)) {
    changes.add('removed', a.slice(pastA, pair.a).join(''))
    changes.add('added', b.slice(pastB, pair.b).join(''))
    const old = a[pair.a] ?? ''
    const now = b[pair.b] ?? ''
    if (!diffWords(changes, old, now, MAX_PAIR_EDITS)) {
      changes.add('removed', old)
      changes.add('added', now)
    }
    pastA = pair.a + 1
    pastB = pair.b + 1
  }
  changes.add('removed', a.slice(pastA).join(''))
  changes.add('added', b.slice(pastB).join(''))
}

function diffWords(changes: Changes, before: string, after: string, maxEdits: number): boolean {
  if (before === '' || after === '') {
    changes.add('removed', before)
    changes.add('added', after)
    return true
  }
  if (before.length + after.length > MAX_WORDED) return false
  const a = tokensOf(before)
  const b = tokensOf(after)
  const hunks = align(a, b, { maxEdits })
  if (hunks === null) return false
  let reached = 0
  for (const hunk of tidyHunks(hunks, a, b)) {
    changes.add('same', a.slice(reached, hunk.a0).join(''))
    changes.add('removed', a.slice(hunk.a0, hunk.a1).join(''))
    changes.add('added', b.slice(hunk.b0, hunk.b1).join(''))
    reached = hunk.a1
  }
  changes.add('same', a.slice(reached).join(''))
  return true
}

/** Gathers runs so that between two equal ones there is at most one removed and one added. */
class Changes {
  private readonly done: ProseChange[] = []
  private removed = ''
  private added = ''

  add(kind: ProseChange['kind'], text: string): void {
    if (text === '') return
    if (kind === 'removed') this.removed += text
    else if (kind === 'added') this.added += text
    else {
      this.close()
      const last = this.done.at(-1)
      if (last?.kind === 'same') this.done[this.done.length - 1] = { kind, text: last.text + text }
      else this.done.push({ kind, text })
    }
  }

  list(): readonly ProseChange[] {
    this.close()
    return this.done
  }

  private close(): void {
    if (this.removed !== '') this.done.push({ kind: 'removed', text: this.removed })
    if (this.added !== '') this.done.push({ kind: 'added', text: this.added })
    this.removed = ''
    this.added = ''
  }
}
