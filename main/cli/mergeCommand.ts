import { basename, resolve } from 'node:path'
import { AppError } from '../../shared/api/errors'
import { encodeArticle } from '../../shared/article'
import { fileText } from '../../shared/document/importing'
import type { Saved } from '../../shared/domain/documentReading'
import {
  cleanText,
  listFile,
  mergeReturned,
  minuteOf,
  parseReview,
  type Reviewer,
  reviewerNamed,
  reviewersIn,
} from '../../shared/review'
import { writeAnywhere } from '../adapters/node/writeAnywhere'
import { importFile, isDocument, readPicture, throughWord } from '../backend'
import type { ExportArticle } from '../ports/exporter'
import type { FileStore } from '../ports/fileStore'
import type { ReadDocx } from '../ports/importer'
import { type ArticleFile, readArticleFile } from './articleFile'
import { bytesOf } from './importCommand'
import type { MergeOptions } from './reviewOptions'
import type { Terminal } from './terminal'

interface Needs {
  readonly files: FileStore
  readonly terminal: Terminal
  readonly exportArticle: ExportArticle
  readonly readDocx: ReadDocx
}

/** What came back, with the text that was sent in the same spelling. */
interface Returned {
  readonly sent: string
  readonly text: string
  /** Who made what is not marked, where the file says so. */
  readonly saved?: Saved
}

/** Brings a returned draft into the writer's own; prints the article, or writes it to `out`. */
export async function mergeFiles(options: MergeOptions, needs: Needs): Promise<void> {
  const { files, terminal } = needs
  const { out, author } = options
  const [base, mine, theirs] = options.files
  const read = (file: string) => readArticleFile(files, file, terminal.currentFolder)
  const own = await read(mine)
  const { sent, text, saved } = isDocument(theirs)
    ? await returnedDocument(theirs, () => read(base), needs)
    : { sent: (await read(base)).text, text: (await read(theirs)).text }
  const editor = editorOf(saved?.by ?? '', [own.text, sent, text])
  const merged = mergeReturned({
    base: sent,
    mine: own.text,
    theirs: text,
    author: author ?? editor?.handle ?? 'editor',
    time: minuteOf(new Date()),
    ...(author === undefined && editor && { editor }),
  })
  if (out === undefined || out === '-') terminal.print(merged)
  else {
    const bytes = encodeArticle(merged, own.encoding)
    await writeAnywhere(files, resolve(terminal.currentFolder, out), bytes)
  }
}

/** Reads a document; one without marks is compared with what was sent as it reads in a document. */
async function returnedDocument(
  theirs: string,
  readBase: () => Promise<ArticleFile>,
  { files, terminal, exportArticle, readDocx }: Needs,
): Promise<Returned> {
  const fileName = basename(theirs)
  const bytes = await bytesOf(resolve(terminal.currentFolder, theirs))
  const [article] = await importFile({ fileName, bytes }, readDocx)
  if (!article) throw new AppError('invalid', `“${theirs}” holds no article`)
  const text = fileText(article)
  const { suggestions, threads } = listFile(parseReview(text))
  // A document has the article in its own spelling: what was sent is what it says without its changes.
  if (suggestions.length + threads.length > 0) return { sent: cleanText(text, 'original'), text }
  const base = await readBase()
  const readAsset = (path: string) => readPicture(files, base, path).catch(() => null)
  const sent = await throughWord(base.text, fileName, { exportArticle, readDocx, readAsset })
  terminal.complain(
    `${theirs}: it has no tracked changes, so what it says otherwise than ${basename(base.path)} is suggested`,
  )
  return { sent, text, ...(article.saved && { saved: article.saved }) }
}

/** Whom the document names, else the one reviewer who is named in the copy alone. */
function editorOf(by: string, [own, sent, back]: readonly [string, string, string]) {
  const people = (text: string): readonly Reviewer[] => reviewersIn(parseReview(text).frontMatter)
  if (by !== '') return reviewerNamed(by, people(own))
  const known = new Set(people(sent).map(({ handle }) => handle))
  return people(back).find(({ handle }) => !known.has(handle))
}
