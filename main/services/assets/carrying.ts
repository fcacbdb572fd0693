import { MAX_PICTURE_BYTES } from '../../../shared/api/contract'
import { AppError } from '../../../shared/api/errors'
import { decodeArticle } from '../../../shared/article'
import { type PictureLink, pictureLinks } from '../../../shared/document/pictureLinks'
import { MAX_ARTICLE_BYTES } from '../../../shared/domain/article'
import type { FilePath, FileStore, Root } from '../../ports/fileStore'
import { withFreeName } from '../articles/freeName'
import type { ArticlePlace } from '../identities'
import { shownInLibrary } from '../library/shown'
import { fileNameOf, folderOf, joinPath } from '../library/summary'
import { fileOf, pathBetween } from './paths'

/** What moving an article means for the pictures that it shows. */
export interface Carried {
  /** The addresses that have to change in its text. */
  readonly changes: readonly { readonly link: PictureLink; readonly url: string }[]
  /** Undoes what was done to the pictures. */
  undo(): Promise<void>
}

interface Needs {
  readonly files: FileStore
}

interface Shown {
  readonly link: PictureLink
  readonly path: FilePath
}

/**
 * Takes an article's pictures along to another folder: those below its folder go with it, copied where
 * another article shows them too; those elsewhere stay, and are found from the new place.
 */
export async function carryPictures(
  { files }: Needs,
  { root, path }: ArticlePlace,
  { text, folder }: { readonly text: string; readonly folder: FilePath },
): Promise<Carried> {
  const from = folderOf(path)
  const undo: (() => Promise<void>)[] = []
  const changes: { link: PictureLink; url: string }[] = []
  const carried = new Map<FilePath, FilePath>()
  const roll = async (): Promise<void> => {
    for (const step of undo.reverse()) await step().catch(() => undefined)
  }
  const shown = await shownPictures(files, root, from, text)
  const others =
    shown.length === 0 ? new Set<FilePath>() : await usedElsewhere(files, root, path, shown)
  try {
    for (const { link, path: picture } of shown) {
      const isBelow = from === '' || picture.startsWith(`${from}/`)
      let target = carried.get(picture)
      if (target === undefined) {
        target = picture
        if (isBelow) {
          const wanted = joinPath(folder, from === '' ? picture : picture.slice(from.length + 1))
          target = await bring(files, root, {
            picture,
            wanted,
            isShared: others.has(picture),
            undo,
          })
        }
        carried.set(picture, target)
      }
      // How wide a picture is stands behind its address.
      const url = pathBetween(folder, target) + (/[?#].*$/s.exec(link.url)?.[0] ?? '')
      if (fileOf(folder, link.url) !== target) changes.push({ link, url })
    }
  } catch (error) {
    await roll()
    throw error
  }
  return { changes, undo: roll }
}

/** The pictures of the library that a text shows and that are there. */
async function shownPictures(
  files: FileStore,
  root: Root,
  folder: FilePath,
  text: string,
): Promise<readonly Shown[]> {
  const found: Shown[] = []
  for (const link of pictureLinks(text)) {
    const path = fileOf(folder, link.url)
    if (path === null) continue
    const state = await files.stat(root, path).catch(() => null)
    if (state !== null && !state.isFolder) found.push({ link, path })
  }
  return found
}

/** Those of the pictures that another article of the library shows, too. */
async function usedElsewhere(
  files: FileStore,
  root: Root,
  own: FilePath,
  shown: readonly Shown[],
): Promise<ReadonlySet<FilePath>> {
  const used = new Set<FilePath>()
  const wanted = new Set(shown.map(({ path }) => path))
  const { files: articles } = await files.list(root, shownInLibrary)
  for (const { path, problem } of articles) {
    if (path === own || problem !== undefined) continue
    const text = await textOf(files, root, path)
    if (![...wanted].some((picture) => mentions(text, fileNameOf(picture)))) continue
    for (const { url } of pictureLinks(text)) {
      const picture = fileOf(folderOf(path), url)
      if (picture !== null && wanted.has(picture)) used.add(picture)
    }
  }
  return used
}

function mentions(text: string, name: string): boolean {
  return text.includes(name) || text.includes(encodeURI(name)) || text.includes('%')
}

async function textOf(files: FileStore, root: Root, path: FilePath): Promise<string> {
  try {
    const { bytes } = await files.read(root, path, { maxBytes: MAX_ARTICLE_BYTES })
    return decodeArticle(bytes).text
  } catch {
    return ''
  }
}

interface Bringing {
  readonly picture: FilePath
  readonly wanted: FilePath
  readonly isShared: boolean
  readonly undo: (() => Promise<void>)[]
}

/** Moves or copies one picture; where it is then. */
async function bring(
  files: FileStore,
  root: Root,
  { picture, wanted, isShared, undo }: Bringing,
): Promise<FilePath> {
  const limit = { maxBytes: MAX_PICTURE_BYTES }
  const folder = folderOf(wanted)
  if (folder !== '') await files.makeFolder(root, folder)
  const there = await files.read(root, wanted, limit).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') return null
    throw error
  })
  const own = isShared || there !== null ? await files.read(root, picture, limit) : null
  if (there !== null && own !== null && there.revision === own.revision) {
    if (!isShared && picture !== wanted) {
      await files.remove(root, picture)
      undo.push(async () => void (await files.create(root, picture, own.bytes)))
    }
    return wanted
  }
  return withFreeName(fileNameOf(wanted), async (name) => {
    const target = joinPath(folder, name)
    if (own !== null && isShared) {
      await files.create(root, target, own.bytes)
      undo.push(() => files.remove(root, target))
    } else {
      await files.move(root, picture, target)
      undo.push(() => files.move(root, target, picture))
    }
    return target
  })
}
