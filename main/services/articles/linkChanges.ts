import type { Output } from '../../../shared/api/contract'
import { encodeArticle } from '../../../shared/article'
import { type ArticleId, MAX_ARTICLE_BYTES } from '../../../shared/domain/article'
import type { FilePath, FileStore, Root, Written } from '../../ports/fileStore'
import type { Logger } from '../../ports/host'
import type { Events } from '../events'
import { type History, versionOf } from '../history/history'
import type { ArticlePlace, Identities } from '../identities'
import { fileNameOf } from '../library/summary'
import { decode } from './decode'
import { type Relocation, relinked, withStrayAddresses } from './relinking'

export interface LinkChanges {
  /** Writes an article's file anew with its links changed; whoever shows it takes them over. `false` where none changed. */
  relink(
    root: Root,
    path: FilePath,
    change: (text: string) => string | Promise<string>,
  ): Promise<boolean>
  /** Lets the links of other articles follow one that got another path. */
  followLinks(root: Root, moved: Relocation, linking: readonly FilePath[]): Promise<void>
  /** Lets an article's own links and pictures be found from where another program put it. */
  mendOwn(root: Root, at: Relocation, moved: readonly Relocation[]): Promise<void>
}

interface Needs {
  readonly files: FileStore
  readonly events: Events
  readonly logger: Logger
  readonly identities: Identities
  readonly history: History
  /** Work on one article waits for what is under way on it. */
  alone<T>(id: ArticleId, work: (place: ArticlePlace) => Promise<T>): Promise<T>
  /** Takes note of a save. */
  saved(
    place: ArticlePlace,
    written: Written,
    what: { readonly text: string; readonly bytes: Uint8Array },
  ): Output<'articles.save'>
}

/** Changes the addresses that articles are found by, in the files that name them. */
export function createLinkChanges({
  files,
  events,
  logger,
  identities,
  history,
  alone,
  saved,
}: Needs): LinkChanges {
  const relink: LinkChanges['relink'] = (root, path, change) =>
    alone(identities.article({ root, path }), async (place) => {
      const file = await files.read(root, place.path, { maxBytes: MAX_ARTICLE_BYTES })
      const { text, encoding } = decode(file, fileNameOf(place.path))
      const linked = await change(text)
      if (linked === text) return false
      const bytes = encodeArticle(linked, encoding)
      const before = versionOf(file)
      if (before !== null) await history.replacing(place, { ...before, modified: file.modified })
      saved(place, await files.replace(root, place.path, bytes, file.revision), {
        text: linked,
        bytes,
      })
      return true
    })

  /** The same for one of several; `null` where it could not be done. */
  const tryToRelink = (...wish: Parameters<typeof relink>): Promise<boolean | null> =>
    relink(...wish).catch((error: unknown) => {
      logger.warn(String(error))
      return null
    })

  return {
    relink,
    async followLinks(root, moved, linking) {
      const changed: string[] = []
      const left: string[] = []
      for (const path of linking) {
        const at = { from: path, to: path }
        const done = await tryToRelink(root, path, (text) => relinked(text, at, moved))
        if (done === null) left.push(fileNameOf(path))
        else if (done) changed.push(fileNameOf(path))
      }
      if (changed.length + left.length === 0) return
      events.emit('links.followed', { fileName: fileNameOf(moved.to), changed, left })
    },
    async mendOwn(root, at, moved) {
      const done = await tryToRelink(root, at.to, (text) =>
        withStrayAddresses(files, root, text, at, moved),
      )
      if (done === false) return
      const fileName = fileNameOf(at.to)
      const [changed, left] = done ? [[fileName], []] : [[], [fileName]]
      events.emit('links.followed', { fileName, changed, left })
    },
  }
}
