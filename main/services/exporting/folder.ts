import { AppError } from '../../../shared/api/errors'
import { decodeArticle, readMeta, splitArticle } from '../../../shared/article'
import { styleOf } from '../../../shared/document/export/pageStyle'
import { feedOf, indexPage, type SiteEntry } from '../../../shared/document/export/site'
import { pathOfPicture } from '../../../shared/document/html/pictures'
import { MAX_ARTICLE_BYTES } from '../../../shared/domain/article'
import { EXPORT_FORMATS } from '../../../shared/domain/exports'
import { withoutExtension } from '../../../shared/domain/fileName'
import type { ExportArticle, ExportWish } from '../../ports/exporter'
import type { FileStore, Root } from '../../ports/fileStore'
import { readPicture } from '../assets/assets'
import { shownInLibrary } from '../library/shown'
import { fileNameOf, folderOf } from '../library/summary'
import { bytesOf } from '../utf8'
import type { Watched } from './book'
import { keptBack } from './embargo'
import {
  createManifest,
  type Facts,
  type Manifest,
  readManifest,
  writeIfChanged,
  writeManifest,
} from './manifest'

/** How many articles are read and written at the same time. */
const AT_ONCE = 8
/** A thread takes as long to start as some articles to export. */
const WORTH_THREADS = 100
const MAX_PICTURE = 25 * 1024 * 1024

export interface FolderWish
  extends Pick<ExportWish, 'format' | 'target' | 'profile' | 'pictures' | 'review' | 'design'> {
  readonly index: boolean
  readonly feed: boolean
  /** The address at which the folder is published; `''` when nobody has said. */
  readonly site: string
  /** What index and feed are headed by. */
  readonly title: string
  /** Milliseconds since 1970: an article under embargo is kept back. */
  readonly now: number
}

export interface FolderReport {
  readonly written: readonly string[]
  /** Articles whose export is as it was. */
  readonly unchanged: number
  readonly removed: readonly string[]
  /** Sentences that name the article. */
  readonly problems: readonly string[]
  /** Articles that could not be exported. */
  readonly failed: number
  readonly isCancelled: boolean
}

interface Needs {
  readonly files: FileStore
  readonly exportArticle: ExportArticle
}

export interface FolderExport extends Watched {
  readonly from: Root
  readonly to: Root
  readonly wish: FolderWish
  /** Paths of the articles that are meant; all when absent. Those of others are left as they are. */
  readonly only?: ReadonlySet<string>
}

/** Exports every article of a folder into another. Running it again writes only what has changed. */
export async function exportFolder(
  { files, exportArticle }: Needs,
  { from, to, wish, only, onProgress, isCancelled = () => false }: FolderExport,
): Promise<FolderReport> {
  const { files: found, problems: unread } = await files.list(from, shownInLibrary)
  const before = await readManifest(files, to)
  const now = createManifest(wish)
  const written: string[] = []
  const problems: string[] = [...unread]
  const entries: SiteEntry[] = []
  const pictures = new Set<string>()
  /** Written or compared, and perhaps not on the disk yet: another run may have been cut off. */
  const unsettled: string[] = []
  let unchanged = 0
  let failed = 0
  let done = 0

  const queue = found
    .filter(({ path, problem }) => problem === undefined && (only?.has(path) ?? true))
    .map(({ path }) => path)
  const all = queue.length

  async function one(path: string): Promise<void> {
    const { bytes, revision } = await files.read(from, path, { maxBytes: MAX_ARTICLE_BYTES })
    const { text } = decodeArticle(bytes)
    const { meta } = readMeta(splitArticle(text).frontMatter)
    const reason = keptBack(meta, wish.now)
    if (reason !== null) {
      problems.push(`${path}: ${reason}`)
      return
    }
    const out = outputOf(path, wish)
    const untitled = withoutExtension(fileNameOf(path))
    const note = ({ title, pictures: shown }: Facts): void => {
      entries.push({ path: out, title: title || untitled, meta })
      for (const picture of shown) pictures.add(picture)
    }
    const known = before.articles[path]
    // Pictures in a page may have changed without it.
    const isKnown = known?.source === revision && before.print === now.print
    if (isKnown && wish.pictures !== 'inside' && (await files.stat(to, out)) !== null) {
      now.articles[path] = known
      note(known)
      unchanged++
      return
    }
    const made = await exportArticle(text, {
      format: wish.format,
      target: wish.target,
      profile: wish.profile,
      review: wish.review,
      pictures: wish.pictures ?? 'beside',
      ...(wish.design === undefined ? {} : { design: wish.design }),
      linksToPages: true,
      isOneOfMany: all >= WORTH_THREADS,
      untitled,
      readAsset: (asset) => readPicture(files, { root: from, path }, asset).catch(() => null),
    })
    for (const problem of made.problems) problems.push(`${path}: ${problem}`)
    const output = typeof made.content === 'string' ? bytesOf(made.content) : made.content
    // Syncing each by itself would take longer than making it; a run that is cut off is done anew.
    const result = await writeIfChanged(files, to, out, output, 'later')
    unsettled.push(out)
    if (result.isNew) written.push(out)
    else unchanged++
    const facts = {
      title: made.headline ?? '',
      pictures: wish.pictures === 'inside' ? [] : picturesBeside(path, made.pictures ?? []),
    }
    now.articles[path] = { source: revision, out, revision: result.revision, ...facts }
    note(facts)
  }

  async function work(): Promise<void> {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      if (isCancelled()) return
      try {
        await one(path)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        problems.push(`${path}: ${error.message}`)
        failed++
      }
      onProgress?.(++done, all)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  const cancelled = isCancelled()
  if (!cancelled) {
    for (const picture of pictures) await copyPicture(files, from, to, picture, written, problems)
    await writeLists(files, to, wish, entries, written, problems)
  }
  const isPart = cancelled || only !== undefined
  const removed = isPart ? [] : await removeStale(files, to, before, now)
  if (isPart) Object.assign(now.articles, { ...before.articles, ...now.articles })
  await files.settle(to, unsettled)
  await writeManifest(files, to, now)
  return {
    written: written.sort(),
    unchanged,
    removed,
    problems: problems.sort(),
    failed,
    isCancelled: cancelled,
  }
}

function outputOf(path: string, { format }: FolderWish): string {
  const extension = format === 'markdown' ? '.md' : EXPORT_FORMATS[format].extension
  return withoutExtension(path) + extension
}

function picturesBeside(path: string, addresses: readonly string[]): string[] {
  return addresses.flatMap((address) => within(folderOf(path), pathOfPicture(address)) ?? [])
}

/** A path beside an article as one from the folder's top; null for one that leads out of it. */
function within(folder: string, path: string): string | null {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return null
  }
  return parts.join('/')
}

async function copyPicture(
  files: FileStore,
  from: Root,
  to: Root,
  path: string,
  written: string[],
  problems: string[],
): Promise<void> {
  try {
    const { bytes } = await files.read(from, path, { maxBytes: MAX_PICTURE })
    if ((await writeIfChanged(files, to, path, bytes)).isNew) written.push(path)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    problems.push(`${path}: ${error.message}`)
  }
}

async function writeLists(
  files: FileStore,
  to: Root,
  wish: FolderWish,
  entries: readonly SiteEntry[],
  written: string[],
  problems: string[],
): Promise<void> {
  const put = async (path: string, text: string): Promise<void> => {
    if ((await writeIfChanged(files, to, path, bytesOf(text))).isNew) written.push(path)
  }
  if (wish.index) {
    if (entries.some(({ path }) => path === 'index.html')) {
      problems.push('index.html: an article has this name, so no list of articles was written.')
    } else
      await put('index.html', indexPage(entries, wish.title, (await styleOf(wish.design)).style))
  }
  if (!wish.feed) return
  const { xml, left } = feedOf(entries, wish.title, wish.site)
  await put('feed.xml', xml)
  for (const title of left) {
    problems.push(
      `feed.xml: “${title}” has no address; say where the site is published, or give the article a canonical address.`,
    )
  }
}

/** Takes away what was made of articles that are gone, unless somebody has changed it since. */
async function removeStale(
  files: FileStore,
  to: Root,
  before: Manifest,
  now: Manifest,
): Promise<readonly string[]> {
  const kept = new Set(Object.values(now.articles).map(({ out }) => out))
  const removed: string[] = []
  for (const { out, revision } of Object.values(before.articles)) {
    if (kept.has(out) || (await files.stat(to, out).catch(() => null)) === null) continue
    const there = await files.read(to, out, { maxBytes: Number.POSITIVE_INFINITY })
    if (there.revision !== revision) continue
    await files.remove(to, out)
    removed.push(out)
  }
  return removed.sort()
}
