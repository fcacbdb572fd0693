import * as v from 'valibot'
import { applySplice, type Splice } from '../../../shared/domain/splice'
import { decodeRecords, encodeRecord, joinBytes } from '../records'

/** Grows when an older Galley could no longer read what is written. */
const FORMAT = 1

const Header = v.object({
  kind: v.literal('journal'),
  format: v.literal(FORMAT),
  root: v.string(),
  path: v.string(),
  /** The state of the file that the first text is. */
  base: v.string(),
  /** The process that writes, and which run of a backend in it. */
  owner: v.string(),
  run: v.string(),
  /** The page that the text is from. */
  page: v.string(),
})
export type JournalHeader = Omit<v.InferOutput<typeof Header>, 'kind' | 'format'>

const Entry = v.variant('kind', [
  /** The file's text at `base`. */
  v.object({ kind: v.literal('base'), text: v.string() }),
  v.object({ kind: v.literal('whole'), text: v.string(), time: v.number() }),
  v.object({
    kind: v.literal('splice'),
    at: v.number(),
    removed: v.number(),
    text: v.string(),
    time: v.number(),
  }),
  /** The file is about to be given this state, by a save of this very text or an earlier one. */
  v.object({ kind: v.literal('saving'), revision: v.string() }),
  /** Its backend came to an orderly end: whoever comes next may take it. */
  v.object({ kind: v.literal('over') }),
])
export type JournalEntry = v.InferOutput<typeof Entry>

export interface Replayed {
  readonly header: JournalHeader
  readonly baseText: string | null
  /** What was on the page last. */
  readonly text: string
  /** When the last change was noted. */
  readonly time: number
  /** States of the file that its own page gave it, or may have been about to. */
  readonly revisions: ReadonlySet<string>
  readonly isOver: boolean
}

export type ReadJournal =
  | { readonly kind: 'sound'; readonly journal: Replayed }
  /** Written by another version of Galley. */
  | { readonly kind: 'foreign' }
  /** Nothing in it can be told, or nothing was typed. */
  | { readonly kind: 'empty' }

export function startOfJournal(
  header: JournalHeader,
  entries: readonly JournalEntry[],
): Uint8Array {
  return joinBytes([
    encodeRecord({ kind: 'journal', format: FORMAT, ...header }),
    ...entries.map(encodeRecord),
  ])
}

export function entryOfJournal(entry: JournalEntry): Uint8Array {
  return encodeRecord(entry)
}

/** What a journal tells, up to the first record that was cut off or makes no sense. */
export function readJournal(bytes: Uint8Array): ReadJournal {
  const [first, ...rest] = decodeRecords(bytes).records
  if (first === undefined) return { kind: 'empty' }
  const header = v.safeParse(Header, first)
  if (!header.success) return { kind: 'foreign' }
  const { kind: _kind, format: _format, ...told } = header.output
  const revisions = new Set([told.base])
  let baseText: string | null = null
  let text: string | null = null
  let time: number | null = null
  let isOver = false
  for (const raw of rest) {
    const parsed = v.safeParse(Entry, raw)
    if (!parsed.success) break
    const entry = parsed.output
    isOver = entry.kind === 'over'
    if (entry.kind === 'base') {
      baseText = entry.text
      text = entry.text
    } else if (entry.kind === 'whole') {
      text = entry.text
      time = entry.time
    } else if (entry.kind === 'splice') {
      const next: string | null = text === null ? null : applySplice(text, entry satisfies Splice)
      if (next === null) break
      text = next
      time = entry.time
    } else if (entry.kind === 'saving') {
      revisions.add(entry.revision)
    }
  }
  if (text === null || time === null) return { kind: 'empty' }
  return { kind: 'sound', journal: { header: told, baseText, text, time, revisions, isOver } }
}
