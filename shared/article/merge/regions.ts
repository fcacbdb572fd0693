import type { Hunk } from '../../text/align'

interface Span {
  readonly from: number
  readonly to: number
}

/** A stretch of the base that one side changed, or that both did; with what stands there on each side. */
export interface Region {
  readonly by: 'mine' | 'theirs' | 'both'
  readonly base: Span
  readonly mine: Span
  readonly theirs: Span
}

/** Whether two changes, the first one not after the second, are too close to stand independently. */
export type TooClose = (first: Hunk, second: Hunk) => boolean

/**
 * Brings the changes of two sides to one base together: changes that are too close to one of the
 * other side make one region with it. Asking with the sides exchanged gives the same regions.
 */
export function regionsOf(
  mine: readonly Hunk[],
  theirs: readonly Hunk[],
  tooClose: TooClose,
): readonly Region[] {
  const regions: Region[] = []
  let m = 0
  let t = 0
  let shiftMine = 0
  let shiftTheirs = 0
  while (m < mine.length || t < theirs.length) {
    const firstM = m
    const firstT = t
    if (startsFirst(mine[m], theirs[t])) m++
    else t++
    for (;;) {
      if (joins(mine[m], theirs.slice(firstT, t), tooClose)) m++
      else if (joins(theirs[t], mine.slice(firstM, m), tooClose)) t++
      else break
    }
    const ours = mine.slice(firstM, m)
    const others = theirs.slice(firstT, t)
    const all = [...ours, ...others]
    const from = Math.min(...all.map(({ a0 }) => a0))
    const to = Math.max(...all.map(({ a1 }) => a1))
    const mineFrom = from + shiftMine
    const theirsFrom = from + shiftTheirs
    shiftMine = shiftAfter(ours, shiftMine)
    shiftTheirs = shiftAfter(others, shiftTheirs)
    regions.push({
      by: others.length === 0 ? 'mine' : ours.length === 0 ? 'theirs' : 'both',
      base: { from, to },
      mine: { from: mineFrom, to: to + shiftMine },
      theirs: { from: theirsFrom, to: to + shiftTheirs },
    })
  }
  return regions
}

function startsFirst(hunk: Hunk | undefined, other: Hunk | undefined): boolean {
  if (hunk === undefined || other === undefined) return hunk !== undefined
  return hunk.a0 < other.a0 || (hunk.a0 === other.a0 && hunk.a1 <= other.a1)
}

function joins(hunk: Hunk | undefined, others: readonly Hunk[], tooClose: TooClose): boolean {
  if (hunk === undefined) return false
  return others.some((other) =>
    startsFirst(hunk, other) ? tooClose(hunk, other) : tooClose(other, hunk),
  )
}

function shiftAfter(hunks: readonly Hunk[], shift: number): number {
  const last = hunks.at(-1)
  return last ? last.b1 - last.a1 : shift
}
