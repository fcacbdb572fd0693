import type { Output, ParsedInput } from '../../../shared/api/contract'
import { AppError } from '../../../shared/api/errors'
import { decodeArticle } from '../../../shared/article'
import { MAX_ARTICLE_BYTES, type Revision } from '../../../shared/domain/article'
import { EXPORT_FORMATS, type ExportFormat } from '../../../shared/domain/exports'
import { numberedName, withoutExtension } from '../../../shared/domain/fileName'
import type { FileStore, Root } from '../../ports/fileStore'
import type { Ports } from '../../ports/ports'
import { readPicture } from '../assets/assets'
import type { ArticlePlace, Identities } from '../identities'
import { fileNameOf, folderOf, joinPath } from '../library/summary'
import type { Session } from '../settings/session'
import { bytesOf } from '../utf8'
import { designNamed } from './design'

export type ExportRequest = ParsedInput<'exports.write'>

interface Needs extends Pick<Ports, 'files' | 'folders' | 'dialogs' | 'exportArticle' | 'logger'> {
  readonly identities: Identities
  readonly session: Session
}

export interface Exporting {
  write(request: ExportRequest): Promise<Output<'exports.write'>>
}

/** What an export beside its article is called; a Markdown one must not take the article's own name. */
export function exportName(fileName: string, format: ExportFormat): string {
  return withoutExtension(fileName) + EXPORT_FORMATS[format].extension
}

export function createExporting(needs: Needs): Exporting {
  const { files, folders, dialogs, exportArticle, identities, session, logger } = needs

  async function contentOf(place: ArticlePlace, request: ExportRequest) {
    const name = fileNameOf(place.path)
    const { bytes } = await files.read(place.root, place.path, { maxBytes: MAX_ARTICLE_BYTES })
    const { id: _id, where: _where, design, ...wish } = request
    const isDesigned =
      (wish.format === 'html' && wish.target === undefined) ||
      wish.format === 'pdf' ||
      wish.format === 'epub'
    const { content, problems } = await exportArticle(decodeArticle(bytes).text, {
      ...wish,
      ...(isDesigned ? { design: await designNamed(files, place.root, design) } : {}),
      untitled: withoutExtension(name),
      // A picture that cannot be had is told of by the export itself.
      readAsset: (path) => readPicture(files, place, path).catch(() => null),
    })
    return { bytes: typeof content === 'string' ? bytesOf(content) : content, problems }
  }

  /** Writes beside the article, over its last export only if nobody has touched that since. */
  async function writeBeside(place: ArticlePlace, fileName: string, bytes: Uint8Array) {
    for (let n = 1; ; n++) {
      const path = joinPath(folderOf(place.path), numberedName(fileName, n))
      const own = (await session.exported(place.root, path)) as Revision | null
      const written = await writeOver(files, { root: place.root, path, bytes, own })
      if (written === null) continue
      await session
        .setExported(place.root, path, written)
        .catch((error: unknown) => logger.warn(String(error)))
      return fileNameOf(path)
    }
  }

  return {
    async write(request) {
      const place = identities.placeOf(request.id)
      const fileName = exportName(fileNameOf(place.path), request.format)
      if (request.where === 'choose') {
        if (!dialogs) {
          throw new AppError(
            'unavailable',
            'This host has no save dialog; export beside the article.',
          )
        }
        const chosen = await dialogs.chooseSavePlace({
          folder: place.root,
          fileName,
          kind: request.format,
        })
        if (chosen === null) throw new AppError('cancelled', 'No place was chosen.')
        const { bytes, problems } = await contentOf(place, request)
        await chosen.write(bytes)
        const { displayPath } = chosen
        return {
          fileName: chosen.fileName,
          displayPath,
          bytes: bytes.length,
          problems: [...problems],
        }
      }
      const { bytes, problems } = await contentOf(place, request)
      const written = await writeBeside(place, fileName, bytes)
      return {
        fileName: written,
        displayPath: folders.display(
          folders.child(place.root, joinPath(folderOf(place.path), written)),
        ),
        bytes: bytes.length,
        problems: [...problems],
      }
    },
  }
}

/** `null` when something else than our own export has the name. */
async function writeOver(
  files: FileStore,
  {
    root,
    path,
    bytes,
    own,
  }: {
    readonly root: Root
    readonly path: string
    readonly bytes: Uint8Array
    readonly own: Revision | null
  },
): Promise<Revision | null> {
  try {
    return (await files.create(root, path, bytes)).revision
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error
  }
  if (own === null) return null
  try {
    return (await files.replace(root, path, bytes, own)).revision
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') return null
    throw error
  }
}
