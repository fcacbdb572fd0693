import * as v from 'valibot'
import { AppError } from '../../../shared/api/errors'
import { type Encoding, encodeArticle } from '../../../shared/article'
import { MAX_ARTICLE_BYTES, type Revision } from '../../../shared/domain/article'
import { countWords } from '../../../shared/text/countWords'
import type { FileStore } from '../../ports/fileStore'
import type { GrowingFolder } from '../../ports/growingFolder'
import type { Packing } from '../../ports/packing'
import { decodeRecords, encodeRecord, joinBytes } from '../records'
import { bytesOf, textOf } from '../utf8'
import { applyDelta, type Change, changeBetween, type Delta } from './delta'
import { keptAfterThinning, type ThinningRule } from './thinning'

const FORMAT = 1

const Header = v.object({
  kind: v.literal('history'),
  format: v.literal(FORMAT),
  /** The file that holds the texts. */
  texts: v.string(),
})

/** One revision as the index holds it. */
interface Entry {
  readonly kind: 'revision'
  /** Grows by one with each revision; clocks are not to be relied on. */
  readonly n: number
  readonly revision: string
  readonly time: number
  /** Where in the file of texts its own bytes are. */
  readonly at: number
  readonly length: number
  /** Whether they are the text itself, or what makes it from the one before. */
  readonly whole: boolean
  readonly encoding: Encoding
  readonly words: number
  readonly added: number
  readonly removed: number
  /** `save` of ours, or what was `found` in the file. */
  readonly reason: 'save' | 'found'
}

const NUMBERS = ['n', 'time', 'at', 'length', 'words', 'added', 'removed'] as const
const ENCODINGS: readonly string[] = ['utf-8', 'utf-16le', 'utf-16be'] satisfies Encoding['name'][]

function isFilled(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** By hand: a list of ten thousand is to open at once, and a schema takes ten times as long for it. */
function isEntry(record: unknown): record is Entry {
  if (!isFilled(record) || record.kind !== 'revision') return false
  const { encoding } = record
  return (
    NUMBERS.every((key) => Number.isFinite(record[key])) &&
    typeof record.revision === 'string' &&
    typeof record.whole === 'boolean' &&
    (record.reason === 'save' || record.reason === 'found') &&
    isFilled(encoding) &&
    ENCODINGS.includes(String(encoding.name)) &&
    typeof encoding.byteOrderMark === 'boolean'
  )
}

const StoredDelta = v.array(v.object({ at: v.number(), removed: v.number(), text: v.string() }))

const Mark = v.object({
  kind: v.literal('mark'),
  n: v.number(),
  name: v.optional(v.string()),
  pinned: v.optional(v.boolean()),
})

export interface LoggedRevision extends Entry {
  name: string
  pinned: boolean
}

export interface NewRevision {
  readonly text: string
  readonly revision: Revision
  readonly encoding: Encoding
  readonly time: number
  readonly reason: 'save' | 'found'
}

export interface LogNeeds {
  readonly folder: GrowingFolder
  readonly packing: Packing
  readonly files: Pick<FileStore, 'revisionOf'>
}

/** The revisions of one article. Not for two at once: whoever calls takes turns. */
export interface RevisionLog {
  /** Oldest first. */
  all(): readonly LoggedRevision[]
  /** Adds a revision, unless the last one says the same, and answers how it differs from that. */
  add(revision: NewRevision): Promise<Change | null>
  mark(n: number, mark: { readonly name?: string; readonly pinned?: boolean }): Promise<void>
  text(n: number): Promise<string>
  /** Lets revisions go that a rule does not keep, when they are worth the work. */
  thin(now: number, rule: ThinningRule): Promise<void>
}

/** A text is kept whole after so many deltas, so that none needs more than these. */
const CHAIN = 64
const WORTH_THINNING = 100
const TRIES = 4

/** `null`: written by another version of Galley, and left alone. */
export async function openRevisionLog(
  key: string,
  { folder, packing, files }: LogNeeds,
): Promise<RevisionLog | null> {
  const indexName = `${key}.index`
  let entries: LoggedRevision[] = []
  let indexSize = 0
  let textsName = `${key}.1.texts`
  let textsSize = 0
  let last: { readonly n: number; readonly text: string } | null = null

  /** `false`: of another version. */
  async function load(): Promise<boolean> {
    entries = []
    indexSize = 0
    textsSize = 0
    last = null
    const bytes = await folder.read(indexName)
    if (bytes === null || bytes.length === 0) return true
    const { records, sound } = decodeRecords(bytes)
    const header = v.safeParse(Header, records[0])
    if (!header.success && records.length > 0) return false
    if (header.success) textsName = header.output.texts
    const byNumber = new Map<number, LoggedRevision>()
    for (const record of records.slice(1)) {
      if (isEntry(record)) byNumber.set(record.n, { ...record, name: '', pinned: false })
      else applyMark(byNumber, record)
    }
    entries = [...byNumber.values()]
    // What was cut off would hide all that comes after it.
    if (sound < bytes.length) await folder.write(indexName, bytes.subarray(0, sound))
    indexSize = sound
    const end = entries.at(-1)
    textsSize = end === undefined ? 0 : end.at + end.length
    return true
  }

  /** Adds to a file that another Galley may be adding to as well. */
  async function append(name: string, bytes: Uint8Array, at: number): Promise<number> {
    let place = at
    for (let tries = 1; ; tries++) {
      try {
        await folder.append(name, bytes, place)
        return place
      } catch (error) {
        const size = error instanceof AppError ? error.details.size : undefined
        if (typeof size !== 'number' || tries >= TRIES) throw error
        place = size
      }
    }
  }

  async function log(record: unknown): Promise<void> {
    const bytes =
      indexSize === 0
        ? joinBytes([
            encodeRecord({ kind: 'history', format: FORMAT, texts: textsName }),
            encodeRecord(record),
          ])
        : encodeRecord(record)
    await folder.append(indexName, bytes, indexSize)
    indexSize += bytes.length
  }

  /** Another Galley has written here since: what it wrote is read first. */
  async function inStep<T>(work: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await work()
      } catch (error) {
        const isBehind =
          error instanceof AppError && (error.code === 'conflict' || error.code === 'not-found')
        if (!isBehind || tries >= TRIES) throw error
        await load()
      }
    }
  }

  async function unpacked(entry: LoggedRevision, bytes: Uint8Array, from: number): Promise<string> {
    const own = bytes.subarray(entry.at - from, entry.at - from + entry.length)
    return textOf(await packing.inflate(own, 4 * MAX_ARTICLE_BYTES))
  }

  /** The texts of a run of revisions, the first of which is whole. */
  async function textsOf(run: readonly LoggedRevision[]): Promise<readonly string[]> {
    const first = run[0]
    const end = run.at(-1)
    if (first === undefined || end === undefined) return []
    const length = end.at + end.length - first.at
    const bytes = await folder.read(textsName, { from: first.at, length })
    if (bytes === null || bytes.length < length) throw damaged(end.n)
    const texts: string[] = []
    for (const entry of run) {
      const content = await unpacked(entry, bytes, first.at).catch(() => {
        throw damaged(entry.n)
      })
      const text = entry.whole
        ? content
        : applyDelta(texts.at(-1) ?? '', v.parse(StoredDelta, JSON.parse(content)) satisfies Delta)
      if (text === null) throw damaged(entry.n)
      texts.push(text)
    }
    return texts
  }

  async function textAt(index: number): Promise<string> {
    const entry = entries[index]
    if (entry === undefined) throw new AppError('not-found', 'There is no such revision.')
    if (last?.n === entry.n) return last.text
    let start = index
    while (start > 0 && entries[start]?.whole === false) start--
    const text = (await textsOf(entries.slice(start, index + 1))).at(-1) ?? ''
    if (files.revisionOf(encodeArticle(text, entry.encoding)) !== entry.revision) {
      throw damaged(entry.n)
    }
    return text
  }

  async function pack(
    text: string,
    before: string | null,
    since: number,
  ): Promise<{
    readonly bytes: Uint8Array
    readonly whole: boolean
    readonly change: Change | null
  }> {
    const change = before === null ? null : changeBetween(before, text)
    if (change !== null && since < CHAIN) {
      const bytes = await packing.deflate(bytesOf(JSON.stringify(change.delta)))
      if (bytes.length < text.length / 4) return { bytes, whole: false, change }
    }
    return { bytes: await packing.deflate(bytesOf(text)), whole: true, change }
  }

  function sinceWhole(list: readonly { readonly whole: boolean }[]): number {
    let since = 1
    while (since <= list.length && list.at(-since)?.whole === false) since++
    return since
  }

  async function addOnce(wish: NewRevision): Promise<Change | null> {
    const previous = entries.at(-1)
    if (previous?.revision === wish.revision) return null
    const before =
      previous === undefined ? null : await textAt(entries.length - 1).catch(() => null)
    const { bytes, whole, change } = await pack(wish.text, before, sinceWhole(entries))
    const at = await append(textsName, bytes, textsSize)
    const added = change?.added ?? countWords(wish.text)
    const removed = change?.removed ?? 0
    const entry: Entry = {
      kind: 'revision',
      n: (previous?.n ?? 0) + 1,
      revision: wish.revision,
      time: wish.time,
      at,
      length: bytes.length,
      whole,
      encoding: wish.encoding,
      words: change === null ? added : Math.max(0, (previous?.words ?? 0) + added - removed),
      added,
      removed,
      reason: wish.reason,
    }
    await log(entry)
    textsSize = at + bytes.length
    entries.push({ ...entry, name: '', pinned: false })
    last = { n: entry.n, text: wish.text }
    return { delta: change?.delta ?? [], added, removed }
  }

  async function rewrite(kept: readonly LoggedRevision[]): Promise<void> {
    const keep = new Set(kept)
    const generation = Number(/\.(\d+)\.texts$/.exec(textsName)?.[1] ?? '1') + 1
    const nextName = `${key}.${generation}.texts`
    const parts: Uint8Array[] = []
    const fresh: LoggedRevision[] = []
    let size = 0
    let before: string | null = null
    for (let start = 0; start < entries.length; ) {
      let end = start + 1
      while (end < entries.length && entries[end]?.whole === false) end++
      const run = entries.slice(start, end)
      const texts = await textsOf(run)
      for (const [index, entry] of run.entries()) {
        if (!keep.has(entry)) continue
        const text = texts[index] ?? ''
        const { bytes, whole } = await pack(text, before, sinceWhole(fresh))
        fresh.push({ ...entry, at: size, length: bytes.length, whole })
        parts.push(bytes)
        size += bytes.length
        before = text
      }
      start = end
    }
    const index = [
      encodeRecord({ kind: 'history', format: FORMAT, texts: nextName }),
      ...fresh.flatMap(({ name, pinned, ...entry }) => [
        encodeRecord(entry),
        ...(name !== '' || pinned
          ? [encodeRecord({ kind: 'mark', n: entry.n, name, pinned })]
          : []),
      ]),
    ]
    await folder.write(nextName, joinBytes(parts))
    const oldName = textsName
    const bytes = joinBytes(index)
    // From here on the new texts count; until here the old ones do.
    await folder.write(indexName, bytes)
    entries = fresh
    indexSize = bytes.length
    textsName = nextName
    textsSize = size
    await folder.remove(oldName)
  }

  if (!(await load())) return null
  return {
    all: () => entries,
    add: (revision) => inStep(() => addOnce(revision)),
    mark: (n, mark) =>
      inStep(async () => {
        const entry = entries.find((each) => each.n === n)
        if (entry === undefined) throw new AppError('invalid', 'There is no such revision.')
        await log({ kind: 'mark', n, ...mark })
        Object.assign(entry, mark)
      }),
    text: (n) => textAt(entries.findIndex((entry) => entry.n === n)),
    async thin(now, rule) {
      const kept = keptAfterThinning(entries, now, rule)
      const gone = entries.length - kept.length
      if (gone < WORTH_THINNING || gone < entries.length / 5) return
      await rewrite(kept)
    },
  }
}

function applyMark(entries: ReadonlyMap<number, LoggedRevision>, record: unknown): void {
  const mark = v.safeParse(Mark, record)
  if (!mark.success) return
  const entry = entries.get(mark.output.n)
  if (entry === undefined) return
  if (mark.output.name !== undefined) entry.name = mark.output.name
  if (mark.output.pinned !== undefined) entry.pinned = mark.output.pinned
}

function damaged(n: number): AppError {
  return new AppError(
    'invalid',
    `Revision ${n} is damaged in the history’s file, so it cannot be shown. Look at the one before or after it.`,
  )
}
