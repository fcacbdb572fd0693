import { AppError } from '../../../shared/api/errors'
import { decodeArticle } from '../../../shared/article'
import {
  type Imported,
  importDocument,
  importExtracted,
  importGhost,
  importPage,
  importText,
  importWordPress,
  isWholePage,
} from '../../../shared/document/importing'
import { withoutExtension } from '../../../shared/domain/fileName'
import type { ReadDocx } from '../../ports/importer'
import { checkArchive } from './archive'

/** Endings of the files that can be imported. */
export const IMPORTABLE = ['.docx', '.odt', '.html', '.htm', '.txt', '.xml', '.json'] as const

/** Whether a file is a document that may come back with tracked changes. */
export function isDocument(fileName: string): boolean {
  return /\.(?:docx|odt)$/i.test(fileName)
}

export interface ImportWish {
  readonly fileName: string
  readonly bytes: Uint8Array
  /** Decisions about a plain text that the person declined. */
  readonly declined?: ReadonlySet<number>
}

function endingOf(fileName: string): string {
  return /\.[a-z0-9]+$/i.exec(fileName)?.[0].toLowerCase() ?? ''
}

/** `harbour_ferry-notes` as words, for an article that has no headline. */
function titleFrom(fileName: string): string {
  return withoutExtension(fileName)
    .replace(/\.[^.]+$/, '')
    .replace(/[-_]+/g, ' ')
    .trim()
}

/** The articles in a file from elsewhere; nothing is written. Rejects with a reason that does not name the file. */
export async function importFile(
  { fileName, bytes, declined }: ImportWish,
  readDocx: ReadDocx,
): Promise<readonly Imported[]> {
  const articles = await read()
  if (articles.length === 0) throw new AppError('invalid', 'it holds no article')
  return articles.map((article) =>
    article.fields.title === ''
      ? { ...article, fields: { ...article.fields, title: titleFrom(fileName) } }
      : article,
  )

  async function page(): Promise<Imported> {
    const html = textIn(bytes)
    return isWholePage(html) ? importExtracted(await readDocx(bytes, 'page')) : importPage(html)
  }

  async function read(): Promise<readonly Imported[]> {
    switch (endingOf(fileName)) {
      case '.docx':
        checkArchive(bytes)
        return [importDocument(await readDocx(bytes))]
      case '.odt':
        checkArchive(bytes)
        return [importDocument(await readDocx(bytes, 'odt'))]
      case '.html':
      case '.htm':
        return [await page()]
      case '.txt':
        return [importText(textIn(bytes), declined)]
      case '.xml':
        return importWordPress(textIn(bytes))
      case '.json':
        return importGhost(textIn(bytes))
      case '.md':
      case '.markdown':
      case '.mdown':
      case '.mkd':
        throw new AppError(
          'invalid',
          'it is an article already: put its file into the folder of the library',
        )
      default:
        throw new AppError(
          'invalid',
          'Galley imports Word documents (.docx), OpenDocument texts (.odt), web pages (.html), plain text (.txt), and exports of WordPress (.xml) and Ghost (.json)',
        )
    }
  }
}

function textIn(bytes: Uint8Array): string {
  return decodeArticle(bytes).text
}
