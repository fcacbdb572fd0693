import { lstat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { AppError } from '../../shared/api/errors'
import { encodeArticle } from '../../shared/article'
import { createNodeHistoryFolder } from '../adapters/node/nodeHistoryFolder'
import { nodePacking } from '../adapters/node/nodePacking'
import { randomId, systemClock } from '../adapters/node/nodeSystem'
import { createHistory, createSerial, type History, versionOf } from '../backend'
import type { FileStore, Root } from '../ports/fileStore'
import { type ArticleFile, readArticleFile } from './articleFile'
import { proseDiff } from './proseDiff'
import type { Terminal } from './terminal'

interface Needs {
  readonly files: FileStore
  readonly terminal: Terminal
}

/** An article with the history of the library that it lies in. */
interface Found {
  readonly article: ArticleFile
  readonly place: { readonly root: Root; readonly path: string }
  readonly history: History
  readonly revisions: Awaited<ReturnType<History['list']>>['revisions']
}

async function find(file: string, { files, terminal }: Needs): Promise<Found> {
  const article = await readArticleFile(files, file, terminal.currentFolder)
  const whole = join(article.root, article.path)
  const root = (await libraryAbove(dirname(whole))) ?? (dirname(whole) as Root)
  const place = { root, path: relative(root, whole).split(sep).join('/') }
  const history = createHistory({
    historyFolder: createNodeHistoryFolder,
    packing: nodePacking,
    files,
    clock: systemClock,
    logger: { warn: (message) => terminal.complain(`${file}: ${message}`) },
    randomId,
    serial: createSerial(),
    // Nothing is thinned from here: whose settings it goes by, only the desk knows.
    rule: async () => ({ hourlyDays: Number.MAX_SAFE_INTEGER, dailyDays: Number.MAX_SAFE_INTEGER }),
  })
  const { revisions } = await history.list(place)
  return { article, place, history, revisions }
}

/** The nearest folder above that has a history. */
async function libraryAbove(folder: string): Promise<Root | null> {
  const stats = await lstat(join(folder, '.galley')).catch(() => null)
  if (stats?.isDirectory()) return folder as Root
  const above = dirname(folder)
  return above === folder ? null : libraryAbove(above)
}

export async function listHistory(file: string, needs: Needs): Promise<boolean> {
  const { revisions } = await find(file, needs)
  if (revisions.length === 0) throw new AppError('not-found', 'no history is kept of it here')
  const width = String(revisions[0]?.n ?? 0).length
  const lines = revisions.map(({ n, time, added, removed, words, name, pinned, reason }) =>
    [
      String(n).padStart(width),
      stamp(time),
      `+${added} −${removed}`.padStart(12),
      `${words} words`.padStart(13),
      [name, pinned && name === '' ? 'pinned' : '', reason === 'found' ? 'found in the file' : '']
        .filter((note) => note !== '')
        .join(', '),
    ]
      .join('  ')
      .trimEnd(),
  )
  needs.terminal.print(`${lines.join('\n')}\n`)
  return true
}

/** Local time, to the second, as it sorts. */
function stamp(time: number): string {
  const date = new Date(time)
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
}

/** A revision by its number, or by the name that somebody gave it. */
function numberOf(wanted: string, { revisions }: Found): number {
  const found = revisions.find(({ n, name }) => String(n) === wanted || name === wanted)
  if (found !== undefined) return found.n
  throw new AppError('not-found', `it has no revision “${wanted}”; “galley history” lists them`)
}

export async function restoreRevision(
  file: string,
  wanted: string,
  needs: Needs,
): Promise<boolean> {
  const found = await find(file, needs)
  const { article, place, history } = found
  const n = numberOf(wanted, found)
  const text = await history.text(place, n)
  const { files } = needs
  const revision = files.revisionOf(article.bytes)
  const before = versionOf({ bytes: article.bytes, revision })
  if (before !== null) {
    await history.replacing(place, { ...before, modified: systemClock.now() })
  }
  const bytes = encodeArticle(text, article.encoding)
  const written = await files.replace(place.root, place.path, bytes, revision)
  await history.saved(place, { text, encoding: article.encoding, revision: written.revision })
  needs.terminal.print(`${file}: revision ${n} restored; what it replaced is in the history\n`)
  return true
}

export async function diffRevisions(
  file: string,
  wanted: readonly string[],
  needs: Needs,
): Promise<boolean> {
  const found = await find(file, needs)
  const { article, place, history, revisions } = found
  const now = needs.files.revisionOf(article.bytes)
  const [first, second] = wanted
  const last = revisions.find(({ revision }) => revision !== now)
  if (first === undefined && last === undefined) {
    throw new AppError('not-found', 'no earlier version of it is kept here')
  }
  const n = first === undefined ? (last?.n ?? 0) : numberOf(first, found)
  const before = await history.text(place, n)
  const after =
    second === undefined ? article.text : await history.text(place, numberOf(second, found))
  needs.terminal.print(proseDiff(before, after, { isColoured: needs.terminal.isColoured ?? false }))
  return true
}
