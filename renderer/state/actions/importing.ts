import { MAX_PICTURE_BYTES, type Output } from '../../../shared/api/contract'
import { decodeArticle } from '../../../shared/article'
import { toBase64 } from '../../../shared/domain/base64'
import { isWorthOffering, readStructure } from '../../../shared/text/structure'
import type { Desk } from '../desk'
import { showDialog } from '../dialogStore'
import { settle, tell, warn } from '../noticesStore'
import { problemOf } from '../problem'
import { openArticle } from './articleOpening'
import { learn } from './libraryFiling'

const NOTICE = 'import'

function refuse({ stores }: Desk, text: string): void {
  warn(stores.notices, { key: NOTICE, text })
}

/**
 * Imports files into the open article's folder. One plain text is asked about first; several files are
 * read as they seem to be, and told of together.
 */
export async function importInto(desk: Desk, files: readonly File[]): Promise<void> {
  const [only, ...others] = files
  if (only === undefined) return
  if (others.length > 0) {
    await runAll(desk, files)
    return
  }
  if (isTooLarge(only)) {
    refuse(desk, tooLarge(only))
    return
  }
  const bytes = new Uint8Array(await only.arrayBuffer())
  const structure = /\.txt$/i.test(only.name) ? structureOf(bytes) : null
  if (structure === null || !isWorthOffering(structure)) {
    await run(desk, only.name, bytes, [])
    return
  }
  const everything = structure.decisions.map(({ id }) => id)
  showDialog(desk.stores.dialog, {
    kind: 'structure',
    structure,
    hasHeadline: false,
    onAccept: (declined) => void run(desk, only.name, bytes, [...declined]),
    onDecline: () => void run(desk, only.name, bytes, everything),
  })
}

function isTooLarge(file: File): boolean {
  return file.size > MAX_PICTURE_BYTES
}

function tooLarge({ name }: File): string {
  return `“${name}” is larger than 25 MB. Import it with “galley import”.`
}

function structureOf(bytes: Uint8Array) {
  try {
    return readStructure(decodeArticle(bytes).text)
  } catch {
    // The backend says what is wrong with the file.
    return null
  }
}

type ImportedArticles = Output<'articles.import'>['articles']

/** Has one file imported, and its articles in the list. Rejects with the reason. */
async function bring(
  desk: Desk,
  {
    fileName,
    bytes,
    declined,
  }: { fileName: string; bytes: Uint8Array; declined: readonly number[] },
): Promise<ImportedArticles> {
  const { client, stores } = desk
  const { articles } = await client.call('articles.import', {
    folder: stores.article.getState().summary?.folder ?? '',
    fileName,
    base64: toBase64(bytes),
    declined: [...declined],
  })
  for (const { summary } of articles) learn(desk, summary)
  return articles
}

async function show(
  desk: Desk,
  fileName: string,
  articles: ImportedArticles,
  failures: readonly string[] = [],
): Promise<void> {
  const [first] = articles
  if (first !== undefined) await openArticle(desk, first.summary.id)
  showDialog(desk.stores.dialog, { kind: 'imported', fileName, articles, failures })
}

async function run(
  desk: Desk,
  fileName: string,
  bytes: Uint8Array,
  declined: readonly number[],
): Promise<void> {
  const { stores } = desk
  tell(stores.notices, { key: NOTICE, text: `Importing “${fileName}” …` })
  try {
    const articles = await bring(desk, { fileName, bytes, declined })
    settle(stores.notices, NOTICE)
    await show(desk, fileName, articles)
  } catch (error) {
    refuse(desk, problemOf(error))
  }
}

/** One file that cannot be read keeps no other from being imported. */
async function runAll(desk: Desk, files: readonly File[]): Promise<void> {
  const { stores } = desk
  const articles: ImportedArticles[number][] = []
  const failures: string[] = []
  for (const [index, file] of files.entries()) {
    const text = `Importing “${file.name}”, ${index + 1} of ${files.length} …`
    tell(stores.notices, { key: NOTICE, text })
    if (isTooLarge(file)) {
      failures.push(tooLarge(file))
      continue
    }
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      articles.push(...(await bring(desk, { fileName: file.name, bytes, declined: [] })))
    } catch (error) {
      failures.push(problemOf(error))
    }
  }
  settle(stores.notices, NOTICE)
  await show(desk, `${files.length} files`, articles, failures)
}
