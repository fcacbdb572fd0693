import { STATUSES } from './article'

/** Front-matter keys of an article's way to print. */
export const STATUS_KEY = 'status'
/** A list of `in review 2026-11-24T10:02Z`, the oldest first. */
export const STATUS_DATES_KEY = 'statusDates'
/** Handle of who is to look at the article now. */
export const REVIEWER_KEY = 'reviewer'

/** When an article came to stand where it stands. */
export interface StatusChange {
  readonly status: string
  /** ISO 8601 in UTC, as written. */
  readonly time: string
}

/** In characters; the pattern is for short texts. */
const LONGEST = 200
const WRITTEN = /^(.+?)\s+(\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z)?)$/

/** Reads the dates of status changes; what is none of them is passed over. */
export function readStatusDates(value: unknown): readonly StatusChange[] {
  const list = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
  return list.flatMap((item) => {
    const [, status, time] = WRITTEN.exec(String(item).trim().slice(-LONGEST)) ?? []
    return status === undefined || time === undefined ? [] : [{ status, time }]
  })
}

/** The dates with another change at their end; the same status again is none. */
export function withStatusDate(value: unknown, { status, time }: StatusChange): readonly string[] {
  const known = Array.isArray(value) ? value.map(String) : []
  if (status === '' || readStatusDates(known).at(-1)?.status === status) return known
  return [...known, `${status} ${time}`]
}

/** When the article came to this status last; null when nobody wrote it down. */
export function statusSince(value: unknown, status: string): string | null {
  const last = readStatusDates(value).findLast((change) => isSame(change.status, status))
  return last?.time ?? null
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

/** The statuses that a choice offers: ours, and one of the article's own. */
export function offeredStatuses(own: string): readonly string[] {
  const isKnown = own === '' || STATUSES.some((status) => isSame(status, own))
  return isKnown ? STATUSES : [...STATUSES, own]
}
