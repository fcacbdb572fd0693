import * as v from 'valibot'
import type { Output } from '../../../shared/api/contract'
import { AppError } from '../../../shared/api/errors'
import {
  type ArticleId,
  type ArticleSummary,
  MAX_ARTICLE_BYTES,
} from '../../../shared/domain/article'
import { isArticleName } from '../../../shared/domain/fileName'
import type { FilePath, FileStore, ListFilter, Root } from '../../ports/fileStore'
import type { Clock, SystemTrash } from '../../ports/host'
import { type Identities, keyOf } from '../identities'
import type { LibraryService } from '../library/library'
import { fileNameOf, folderOf, joinPath } from '../library/summary'
import type { Tracking } from '../library/tracking'
import type { Serial } from '../serial'
import { bytesOf, textOf } from '../utf8'
import { withFreeName } from './freeName'

export interface TrashNeeds {
  readonly files: FileStore
  readonly clock: Clock
  readonly systemTrash?: SystemTrash
  readonly identities: Identities
  readonly library: LibraryService
  readonly serial: Serial
  readonly tracking: Tracking
}

export interface Trash {
  discard(id: ArticleId): Promise<void>
  restore(id: ArticleId): Promise<ArticleSummary>
  trashed(): Promise<Output<'articles.trashed'>>
}

/** A trashed article lies here under a free name, beside a record of where it came from. */
const FOLDER = '.trash'
const RECORD = '.json'

const Record = v.object({
  /** The article's path in the library, for Galley; plain enough to read for a person. */
  from: v.string(),
  /** ISO 8601, UTC. */
  trashed: v.string(),
})

const inTrash: ListFilter = {
  acceptsFile: isArticleName,
  acceptsFolder: (name) => name === FOLDER,
}

export function createTrash(needs: TrashNeeds): Trash {
  const { files, clock, systemTrash, identities, library, serial, tracking } = needs

  async function moveToFolder(root: Root, path: FilePath): Promise<FilePath> {
    await files.makeFolder(root, FOLDER)
    const record = { from: path, trashed: new Date(clock.now()).toISOString() }
    return withFreeName(fileNameOf(path), async (fileName) => {
      const place = joinPath(FOLDER, fileName)
      // The record goes first: a record without its article is nothing, an article without its record is lost.
      await files.create(root, `${place}${RECORD}`, bytesOf(`${JSON.stringify(record, null, 2)}\n`))
      try {
        await files.move(root, path, place)
      } catch (error) {
        await files.remove(root, `${place}${RECORD}`).catch(() => undefined)
        throw error
      }
      return place
    })
  }

  async function recordOf(root: Root, path: FilePath): Promise<v.InferOutput<typeof Record>> {
    try {
      const { bytes } = await files.read(root, `${path}${RECORD}`, { maxBytes: 65_536 })
      return v.parse(Record, JSON.parse(textOf(bytes)))
    } catch {
      // Put there by hand, or its record is damaged: it goes back to the top.
      return { from: fileNameOf(path), trashed: new Date(0).toISOString() }
    }
  }

  return {
    discard: (id) =>
      serial.run(keyOf(identities.placeOf(id)), async () => {
        const place = identities.placeOf(id)
        if (systemTrash) {
          await systemTrash.discard(place.root, place.path)
        } else {
          identities.moved(id, await moveToFolder(place.root, place.path))
        }
        tracking.forget(place)
        library.catalogueOf(place.root).forget(place.path)
      }),

    restore: (id) =>
      serial.run(keyOf(identities.placeOf(id)), async () => {
        if (systemTrash) {
          throw new AppError('unavailable', 'Restore the article from the trash of your desktop.')
        }
        const { root, path } = identities.placeOf(id)
        if (folderOf(path) !== FOLDER) {
          throw new AppError('not-found', `“${fileNameOf(path)}” is not in the trash.`)
        }
        const { from } = await recordOf(root, path)
        const folder = folderOf(from)
        if (folder !== '') await files.makeFolder(root, folder)
        const back = await withFreeName(fileNameOf(from), async (fileName) => {
          const wanted = joinPath(folder, fileName)
          await files.move(root, path, wanted)
          return wanted
        })
        await files.remove(root, `${path}${RECORD}`).catch(() => undefined)
        identities.moved(id, back)
        const catalogue = library.catalogueOf(root)
        catalogue.noteFolder(folder)
        const file = await files.read(root, back, { maxBytes: MAX_ARTICLE_BYTES })
        return catalogue.note(back, file, textOf(file.bytes))
      }),

    async trashed() {
      if (systemTrash) return []
      const root = library.root()
      const { files: found } = await files.list(root, inTrash)
      const lying = found.filter(({ path }) => folderOf(path) === FOLDER)
      const entries = await Promise.all(
        lying.map(async ({ path }) => {
          const { from, trashed } = await recordOf(root, path)
          const at = Date.parse(trashed)
          return {
            id: identities.article({ root, path }),
            fileName: fileNameOf(from),
            folder: folderOf(from),
            trashed: Number.isNaN(at) ? 0 : at,
          }
        }),
      )
      return entries.sort((a, b) => b.trashed - a.trashed)
    },
  }
}
