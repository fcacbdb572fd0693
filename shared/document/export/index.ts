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
import { type Asset, dataAddress, pathOfPicture, relativePictures } from '../html/pictures'
import { contentFromMarkdown } from './content'
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
  /** HTML: the page's title when the article has no headline. */
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
  const { target, readAsset, untitled } = options
  if (target !== undefined) {
    const { html, problems } = shapeFragment(content, target)
    return { content: html, problems }
  }
  const page = untitled === undefined ? {} : { untitled }
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

async function exportAs(text: string, options: ExportOptions): Promise<Exported> {
  switch (options.format) {
    case 'markdown':
      return exportMarkdown(text, options)
    case 'html':
      return exportHtml(contentFromMarkdown(text), options)
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
