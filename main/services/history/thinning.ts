/** What a decision on keeping a revision needs to know of it. */
export interface Kept {
  readonly time: number
  readonly name: string
  readonly pinned: boolean
}

export interface ThinningRule {
  /** For so many days one revision an hour is kept, and for so many one a day; later one a month. */
  readonly hourlyDays: number
  readonly dailyDays: number
}

const DAY = 24 * 60 * 60 * 1000
/** The newest are kept whatever their time says: clocks go wrong. */
const NEWEST = 50

/** Which of the revisions, oldest first, are to be kept. */
export function keptAfterThinning<T extends Kept>(
  revisions: readonly T[],
  now: number,
  rule: ThinningRule,
): readonly T[] {
  const midnight = new Date(now)
  midnight.setHours(0, 0, 0, 0)
  const today = midnight.getTime()
  // Of those in one span of time the last one stands for all.
  const taken = new Set<string>()
  const kept: T[] = []
  for (let index = revisions.length - 1; index >= 0; index--) {
    const revision = revisions[index]
    if (revision === undefined) continue
    const isNew = index >= revisions.length - NEWEST
    const span = spanOf(revision.time, now, today, rule)
    const isFirst = span !== null && !taken.has(span)
    if (span !== null) taken.add(span)
    if (isNew || span === null || isFirst || revision.name !== '' || revision.pinned) {
      kept.push(revision)
    }
  }
  return kept.reverse()
}

/** The span of time that one revision stands for; `null`: every one is kept. */
function spanOf(
  time: number,
  now: number,
  today: number,
  { hourlyDays, dailyDays }: ThinningRule,
): string | null {
  if (time >= today) return null
  const date = new Date(time)
  const day = `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`
  if (now - time < hourlyDays * DAY) return `${day} ${date.getHours()}`
  if (now - time < dailyDays * DAY) return day
  return `${date.getFullYear()}-${date.getMonth()}`
}
