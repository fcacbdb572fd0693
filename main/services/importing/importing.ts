import type { Output, ParsedInput } from '../../../shared/api/contract'
import { AppError } from '../../../shared/api/errors'
import { encodeArticle, UTF8 } from '../../../shared/article'
import { fileText, type Imported, reportLines } from '../../../shared/document/importing'
import type { ArticleId, OpenedArticle } from '../../../shared/domain/article'
import { fromBase64 } from '../../../shared/domain/base64'
import { fileNameFor, withoutExtension } from '../../../shared/domain/fileName'
import type { ExportArticle } from '../../ports/exporter'
import type { FileStore, Root } from '../../ports/fileStore'
import type { ReadDocx } from '../../ports/importer'
import { withFreeName } from '../articles/freeName'
import { readPicture } from '../assets/assets'
import type { Identities } from '../identities'
import type { LibraryService } from '../library/library'
import { joinPath } from '../library/summary'
import { importFile, isDocument } from './importFile'
import { savePictures } from './pictures'
import { throughWord } from './throughWord'

interface Needs {
  readonly files: FileStore
  readonly identities: Identities
  readonly library: LibraryService
  readonly exportArticle: ExportArticle
  readonly readDocx: ReadDocx
  readonly open: (id: ArticleId) => Promise<OpenedArticle>
}

export interface Importing {
  run(request: ParsedInput<'articles.import'>): Promise<Output<'articles.import'>>
  read(request: ParsedInput<'articles.read'>): Promise<Output<'articles.read'>>
  throughWord(request: ParsedInput<'articles.throughWord'>): Promise<Output<'articles.throughWord'>>
}

export function createImporting(needs: Needs): Importing {
  const { files, identities, library, exportArticle, readDocx, open } = needs

  async function write(root: Root, folder: string, article: Imported) {
    const wanted = fileNameFor(article.fields.slug || article.fields.title)
    const stem = withoutExtension(wanted)
    const { body, failed } = await savePictures(article, stem, (fileName, bytes) =>
      withFreeName(fileName, async (name) => {
        await files.create(root, joinPath(folder, name), bytes)
        return name
      }),
    )
    const bytes = encodeArticle(fileText({ ...article, body }), UTF8)
    const path = await withFreeName(wanted, async (name) => {
      await files.create(root, joinPath(folder, name), bytes)
      return joinPath(folder, name)
    })
    const { summary } = await open(identities.article({ root, path }))
    const lost = failed > 0 ? [`${failed} of its pictures could not be read.`] : []
    return { summary, report: [...reportLines(article), ...lost] }
  }

  async function articlesIn(
    fileName: string,
    base64: string,
    declined: ReadonlySet<number>,
  ): Promise<readonly Imported[]> {
    const bytes = fromBase64(base64)
    if (bytes === null)
      throw new AppError('invalid', `“${fileName}” did not arrive whole; try again.`)
    try {
      return await importFile({ fileName, bytes, declined }, readDocx)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      throw new AppError(error.code, `“${fileName}” was not imported: ${error.message}.`)
    }
  }

  return {
    async read({ fileName, base64 }) {
      if (!isDocument(fileName)) {
        const reason = 'only Word documents (.docx) and OpenDocument texts (.odt) are read so'
        throw new AppError('invalid', `“${fileName}” was not read: ${reason}.`)
      }
      const [article] = await articlesIn(fileName, base64, new Set())
      const saved = article?.saved ?? { by: '', at: '' }
      return { text: article ? fileText(article) : '', saved }
    },
    async throughWord({ id, text, fileName }) {
      const place = identities.placeOf(id)
      const readAsset = (path: string) => readPicture(files, place, path).catch(() => null)
      return { text: await throughWord(text, fileName, { exportArticle, readDocx, readAsset }) }
    },
    async run({ folder, fileName, base64, declined }) {
      const root = library.root()
      const articles = await articlesIn(fileName, base64, new Set(declined))
      if (folder !== '') await files.makeFolder(root, folder)
      const imported: Output<'articles.import'>['articles'] = []
      for (const article of articles) imported.push(await write(root, folder, article))
      return { articles: imported }
    },
  }
}
