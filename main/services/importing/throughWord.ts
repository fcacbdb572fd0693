import { fileText } from '../../../shared/document/importing'
import type { ExportArticle, Picture } from '../../ports/exporter'
import type { ReadDocx } from '../../ports/importer'
import { bytesOf } from '../utf8'
import { importFile } from './importFile'

interface Needs {
  readonly exportArticle: ExportArticle
  readonly readDocx: ReadDocx
  /** A picture by its path relative to the article; `null` when there is none. */
  readonly readAsset: (path: string) => Promise<Picture | null>
}

/**
 * An article as it would come back from a Word document made of it, had nobody touched that: what a
 * returned document says otherwise, somebody wrote. `fileName` is the returned document's, for the
 * headline of an article that has none.
 */
export async function throughWord(
  text: string,
  fileName: string,
  { exportArticle, readDocx, readAsset }: Needs,
): Promise<string> {
  const { content } = await exportArticle(text, { format: 'docx', readAsset })
  const bytes = typeof content === 'string' ? bytesOf(content) : content
  const document = { fileName: fileName.replace(/\.[^.]*$/, '.docx'), bytes }
  const [article] = await importFile(document, readDocx)
  return article ? fileText(article) : ''
}
