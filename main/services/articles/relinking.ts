import { decodeArticle } from '../../../shared/article'
import { articleLinks } from '../../../shared/document/articleLinks'
import {
  type PictureLink,
  pictureLinks,
  withPictureLinks,
} from '../../../shared/document/pictureLinks'
import { MAX_ARTICLE_BYTES } from '../../../shared/domain/article'
import { isArticleName } from '../../../shared/domain/fileName'
import { relativeAddress } from '../../../shared/domain/relativeAddress'
import type { FilePath, FileStore, Root } from '../../ports/fileStore'
import { fileOf } from '../assets/paths'
import { shownInLibrary } from '../library/shown'
import { fileNameOf, folderOf } from '../library/summary'

/** Where an article was, and where it is now. */
export interface Relocation {
  readonly from: FilePath
  readonly to: FilePath
}

/**
 * The text of an article with its links leading to where `moved` is now, and no other byte changed.
 * `at` is where the article itself was and is: one that was moved finds the others from its new place.
 */
export function relinked(text: string, at: Relocation, moved: Relocation): string {
  const changes = articleLinks(text).flatMap((link) => {
    const file = fileOf(folderOf(at.from), link.url)
    if (file === null || link.range === null) return []
    // Another address that is none of an article may mean something on the site.
    const isOwn = at.from === moved.from && isArticleName(fileNameOf(file))
    if (!isOwn && file !== moved.from) return []
    const target = file === moved.from ? moved.to : file
    if (fileOf(folderOf(at.to), link.url) === target) return []
    const rest = /[?#].*$/s.exec(link.url)?.[0] ?? ''
    const address = relativeAddress(
      { folder: folderOf(at.to) },
      { folder: folderOf(target), fileName: fileNameOf(target) },
    )
    return [{ link, url: address + rest }]
  })
  return withPictureLinks(text, changes)
}

interface AddressChange {
  readonly link: PictureLink
  readonly url: string
}

/**
 * The addresses of an article that led to a file from where it was, and from where it is do not:
 * its links and pictures. What came along is found from there already. `moved` is all that moved.
 */
export async function strayAddresses(
  files: FileStore,
  root: Root,
  text: string,
  at: Relocation,
  moved: readonly Relocation[],
): Promise<readonly AddressChange[]> {
  const isFile = async (path: FilePath): Promise<boolean> => {
    const state = await files.stat(root, path).catch(() => null)
    return state !== null && !state.isFolder
  }
  const folder = folderOf(at.to)
  const changes = new Map<number, AddressChange>()
  for (const link of [...articleLinks(text), ...pictureLinks(text)]) {
    const before = fileOf(folderOf(at.from), link.url)
    if (before === null || link.range === null) continue
    const target = moved.find(({ from }) => from === before)?.to ?? before
    const now = fileOf(folder, link.url)
    if (now === target || (now !== null && (await isFile(now))) || !(await isFile(target))) continue
    const rest = /[?#].*$/s.exec(link.url)?.[0] ?? ''
    const to = { folder: folderOf(target), fileName: fileNameOf(target) }
    // A definition may serve a link and a picture.
    changes.set(link.range.start, { link, url: relativeAddress({ folder }, to) + rest })
  }
  return [...changes.values()]
}

/** The text with those addresses leading to where they led. */
export async function withStrayAddresses(
  ...[files, root, text, at, moved]: Parameters<typeof strayAddresses>
): Promise<string> {
  return withPictureLinks(text, await strayAddresses(files, root, text, at, moved))
}

/**
 * The articles of a library that link to `targets`, each with those it links to; a file that cannot be
 * read links to none. `mayLink` spares reading those that surely link to nothing.
 */
export async function linkingTo(
  files: FileStore,
  root: Root,
  targets: ReadonlySet<FilePath>,
  mayLink: (path: FilePath, stamp: string) => boolean = () => true,
): Promise<ReadonlyMap<FilePath, ReadonlySet<FilePath>>> {
  const names = [...targets].map(fileNameOf)
  const found = new Map<FilePath, ReadonlySet<FilePath>>()
  const { files: articles } = await files.list(root, shownInLibrary)
  const look = async ({ path }: { readonly path: FilePath }): Promise<void> => {
    const text = await textOf(files, root, path)
    // What is encoded has a percent sign; only a parse tells what it means.
    if (!text.includes('%') && !names.some((name) => text.includes(name))) return
    const linked = articleLinks(text).map(({ url }) => fileOf(folderOf(path), url))
    const wanted = linked.filter((file) => file !== null && targets.has(file))
    if (wanted.length > 0) found.set(path, new Set(wanted.filter((file) => file !== null)))
  }
  const rest = articles.filter(
    ({ path, stamp, problem }) =>
      !targets.has(path) && problem === undefined && mayLink(path, stamp),
  )
  // Disks answer several questions in the time of one.
  while (rest.length > 0) await Promise.all(rest.splice(0, READ_AT_ONCE).map(look))
  return found
}

const READ_AT_ONCE = 16

/** An article's text; nothing where it cannot be read. */
export async function textOf(files: FileStore, root: Root, path: FilePath): Promise<string> {
  try {
    const { bytes } = await files.read(root, path, { maxBytes: MAX_ARTICLE_BYTES })
    return decodeArticle(bytes).text
  } catch {
    return ''
  }
}
