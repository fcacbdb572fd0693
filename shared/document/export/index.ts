import { AppError } from '../../api/errors'
import { readMeta, splitArticle } from '../../article'
import type {
  ExportFormat,
  FragmentTarget,
  MarkdownProfileName,
  PicturePlace,
} from '../../domain/exports'
import { cleanText, type Reading } from '../../review'
import type { ArticleContent } from '../content'
import { renderArticle, toHtmlPage } from '../html'
import { titleOf } from '../html/head'
import { machineDate, webAddress } from '../html/linkedData'
import { type Asset, dataAddress, pathOfPicture, relativePictures } from '../html/pictures'
import { contentFromMarkdown } from './content'
import { toDocx } from './docx'
import { toEpub } from './epub'
import { toMarkdownProfile } from './markdown'
import { shapeFragment } from './shapes'
import { toPlainText } from './text'

export { blocksFromMarkdown, contentFromMarkdown } from './content'

export interface ExportOptions {
  readonly format: ExportFormat
  /** HTML: only the article, shaped for this place, its pictures left where they are. */
  readonly target?: FragmentTarget
  /** HTML page: its pictures in it unless this is `beside`. */
  readonly pictures?: PicturePlace
  readonly profile?: MarkdownProfileName
  /** Markdown as written: whether the front matter goes along; it does unless this is `false`. */
  readonly frontMatter?: boolean
  /** Which text of an article under review: with every suggestion accepted unless said otherwise. */
  readonly reading?: Reading
  /** HTML page: links to articles lead to their pages. */
  readonly linksToPages?: boolean
  /** Prints a page to PDF; absent where nothing can. */
  readonly print?: (html: string) => Promise<Uint8Array>
  /** The page's title when the article has no headline. */
  readonly untitled?: string
  /** A picture found by its path relative to the article; null when there is none. */
  readonly readAsset?: (path: string) => Promise<Asset | null>
}

export interface Exported {
  readonly content: string | Uint8Array
  /** Sentences about what could not be exported as written. */
  readonly problems: readonly string[]
}

export type ReadAsset = NonNullable<ExportOptions['readAsset']>

async function gatherPictures(
  content: ArticleContent,
  readAsset: ReadAsset,
): Promise<{ pictures: Map<string, string>; problems: string[] }> {
  const pictures = new Map<string, string>()
  const problems: string[] = []
  for (const address of relativePictures(renderArticle(content))) {
    const path = pathOfPicture(address)
    const asset = await readAsset(path)
    const data = asset ? dataAddress(asset) : null
    if (data) pictures.set(address, data)
    else problems.push(`The picture “${path}” was not found, so the page links to it instead.`)
  }
  return { pictures, problems }
}

async function exportHtml(content: ArticleContent, options: ExportOptions): Promise<Exported> {
  const { target, readAsset, untitled, linksToPages } = options
  if (target !== undefined) {
    const { html, problems } = shapeFragment(content, target)
    return { content: html, problems }
  }
  const page = {
    ...(untitled === undefined ? {} : { untitled }),
    ...(linksToPages ? { linksToPages } : {}),
  }
  if (!readAsset || options.pictures === 'beside') {
    return { content: toHtmlPage(content, page), problems: [] }
  }
  const { pictures, problems } = await gatherPictures(content, readAsset)
  return { content: toHtmlPage(content, { ...page, pictures }), problems }
}

function exportMarkdown(text: string, { profile, frontMatter }: ExportOptions): Exported {
  if (profile !== undefined && profile !== 'galley') {
    return { content: toMarkdownProfile(text, profile), problems: [] }
  }
  return { content: frontMatter === false ? splitArticle(text).body : text, problems: [] }
}

/** One article as a book of its own. */
async function exportBook(
  content: ArticleContent,
  readAsset: ReadAsset,
  untitled = 'Untitled',
): Promise<Exported> {
  const title = titleOf(content, untitled)
  const { canonical, slug, modified, date } = content.meta
  const day = Date.parse(machineDate(modified) || machineDate(date))
  const { bytes, problems } = await toEpub([{ content, untitled, readAsset }], {
    title,
    identifier: webAddress(canonical) || `galley:${slug || title}`,
    modified: new Date(Number.isNaN(day) ? 0 : day),
  })
  return { content: bytes, problems }
}

async function printed(page: Exported, print: ExportOptions['print']): Promise<Exported> {
  if (print === undefined) {
    throw new AppError('unavailable', 'this machine has nothing that prints a PDF')
  }
  return { content: await print(String(page.content)), problems: page.problems }
}

async function exportAs(text: string, options: ExportOptions): Promise<Exported> {
  const readAsset: ReadAsset = options.readAsset ?? (async () => null)
  switch (options.format) {
    case 'markdown':
      return exportMarkdown(text, options)
    case 'html':
      return exportHtml(contentFromMarkdown(text), options)
    case 'docx': {
      const { bytes, problems } = await toDocx(
        contentFromMarkdown(text),
        readAsset,
        options.untitled,
      )
      return { content: bytes, problems }
    }
    case 'epub':
      return exportBook(contentFromMarkdown(text), readAsset, options.untitled)
    case 'pdf':
      return printed(await exportHtml(contentFromMarkdown(text), options), options.print)
    case 'text':
      return { content: toPlainText(contentFromMarkdown(text)), problems: [] }
  }
}

/** Makes an export from the whole text of an article's file. */
export async function exportArticle(file: string, options: ExportOptions): Promise<Exported> {
  const text = cleanText(file, options.reading ?? 'accepted')
  const { content, problems } = await exportAs(text, options)
  if (options.format === 'markdown') return { content, problems }
  const { problem } = readMeta(splitArticle(text).frontMatter)
  return { content, problems: problem ? [problem, ...problems] : problems }
}
