import { joinLines } from '../text/runs'

/** A comment as its writer meant it. */
export interface ReviewComment {
  /** The handle without its `@`; null when another program wrote it. */
  readonly author: string | null
  /** ISO 8601 in UTC, as written; null when it was not. */
  readonly time: string | null
  readonly text: string
}

const SIGNED =
  /^@([\p{L}\p{N}][\p{L}\p{N}._-]*) (\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z)(?:\s+|$)/u
const CLOSED = '[resolved]'

export function readComment(raw: string): ReviewComment {
  const match = SIGNED.exec(raw)
  if (!match) return { author: null, time: null, text: raw.trim() }
  return {
    author: match[1] ?? null,
    time: match[2] ?? null,
    text: raw.slice(match[0].length).trim(),
  }
}

/** A person's signature: `@ana 2026-11-24T10:02Z`. */
export function signature(author: string, time: string): string {
  return `@${author} ${time}`
}

/** A comment as it stands in the file: in one line, and with nothing in it that would end it. */
export function writeComment({ author, time, text }: ReviewComment): string {
  const clean = joinLines(text.replaceAll('<<}', '<< }').replaceAll('{>>', '{ >>')).trim()
  const signed = author === null || time === null ? '' : signature(author, time)
  return [signed, clean].filter((part) => part !== '').join(' ')
}

/** Who made a change and when, told by the first comment after it. */
export function attributionOf(comments: readonly string[]): Attribution {
  const known = attributions.get(comments)
  if (known) return known
  const { author, time } = readComment(comments[0] ?? '')
  attributions.set(comments, { author, time })
  return { author, time }
}

/** Asked for each mark after each change: lists of comments are never changed, only replaced. */
const attributions = new WeakMap<readonly string[], Attribution>()

interface Attribution {
  readonly author: string | null
  readonly time: string | null
}

export function isResolution(comment: ReviewComment): boolean {
  return comment.text === CLOSED
}

/** A thread is closed by its last word; who answers after that opens it again. */
export function isClosed(comments: readonly ReviewComment[]): boolean {
  const last = comments.at(-1)
  return last !== undefined && isResolution(last)
}

export function resolution(author: string, time: string): string {
  return writeComment({ author, time, text: CLOSED })
}

/** A time to the minute, as signatures have it. */
export function minuteOf(now: Date): string {
  return `${now.toISOString().slice(0, 16)}Z`
}
