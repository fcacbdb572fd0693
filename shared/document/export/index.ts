import { AppError } from '../../api/errors'
import { readMeta, splitArticle } from '../../article'
import type {
  ExportFormat,
  FragmentTarget,
  MarkdownProfileName,
  PicturePlace,
  ReviewText,
} from '../../domain/exports'
import type { Design } from '../../domain/pageThemes'
import { publishedText } from '../../review'
import { markedRoot } from '../compare'
import { CHANGES_STYLESHEET, CHANGES_STYLESHEET_HASH } from '../compare/changesStyle'
import { withComments } from '../compare/comments'
import { markReview } from '../compare/review'
import type { ArticleContent } from '../content'
import {
  createRenderContext,
  headlineOf,
  type PageOptions,
  renderArticle,
  toHtmlPage,
} from '../html'
import { titleOf } from '../html/head'
import { machineDate, webAddress } from '../html/linkedData'
import { type Asset, dataAddress, pathOfPicture, relativePictures } from '../html/pictures'
import { contentFromMarkdown } from './content'
import { toDocx } from './docx'
import { toEpub } from './epub'
import { exportProfile } from './markdown'
import { styleOf } from './pageStyle'
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
  readonly review?: ReviewText
  /** HTML page, PDF and EPUB: how it looks; as a broadsheet unless said otherwise. */
  readonly design?: Design
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
  /** HTML: the article's headline, `''` without one, and the addresses of the pictures beside it. */
  readonly headline?: string
  readonly pictures?: readonly string[]
}

export type ReadAsset = NonNullable<ExportOptions['readAsset']>

async function gatherPictures(
  addresses: Iterable<string>,
  readAsset: ReadAsset,
): Promise<{ pictures: Map<string, string>; problems: string[] }> {
  const pictures = new Map<string, string>()
  const problems: string[] = []
  for (const address of addresses) {
    const path = pathOfPicture(address)
    const asset = await readAsset(path)
    const data = asset ? dataAddress(asset) : null
    if (data) pictures.set(address, data)
    else problems.push(`The picture “${path}” was not found, so the page links to it instead.`)
  }
  return { pictures, problems }
}

async function exportHtml(
  content: ArticleContent,
  options: ExportOptions,
  drawn?: PageOptions['drawn'],
): Promise<Exported> {
  const { target, readAsset, untitled, linksToPages } = options
  const root = drawn?.root ?? renderArticle(content)
  const read = {
    headline: headlineOf(content, createRenderContext(content)),
    pictures: relativePictures(root),
  }
  if (target !== undefined) {
    const { html, problems } = shapeFragment(content, target)
    return { content: html, problems, ...read }
  }
  const { style, problems: styleProblems } = await styleOf(options.design)
  const page = {
    root,
    style,
    ...(untitled === undefined ? {} : { untitled }),
    ...(linksToPages ? { linksToPages } : {}),
    ...(drawn ? { drawn } : {}),
  }
  if (!readAsset || options.pictures === 'beside') {
    return { content: toHtmlPage(content, page), problems: styleProblems, ...read }
  }
  const { pictures, problems } = await gatherPictures(read.pictures, readAsset)
  return {
    content: toHtmlPage(content, { ...page, pictures }),
    problems: [...styleProblems, ...problems],
    ...read,
  }
}

function exportMarkdown(text: string, { profile, frontMatter }: ExportOptions): Exported {
  if (profile !== undefined && profile !== 'galley') {
    return exportProfile(text, profile)
  }
  return { content: frontMatter === false ? splitArticle(text).body : text, problems: [] }
}

/** One article as a book of its own. */
async function exportBook(
  content: ArticleContent,
  readAsset: ReadAsset,
  { untitled = 'Untitled', design }: ExportOptions,
): Promise<Exported> {
  const { style, problems: styleProblems } = await styleOf(design)
  const title = titleOf(content, untitled)
  const { canonical, slug, modified, date } = content.meta
  const day = Date.parse(machineDate(modified) || machineDate(date))
  const { bytes, problems } = await toEpub([{ content, untitled, readAsset }], {
    title,
    identifier: webAddress(canonical) || `galley:${slug || title}`,
    modified: () => new Date(Number.isNaN(day) ? 0 : day),
    ...(style ? { style: style.css } : {}),
  })
  return { content: bytes, problems: [...styleProblems, ...problems] }
}

/** An article on its way into a book. */
export interface Bound {
  readonly text: string
  readonly untitled: string
  readonly readAsset: ReadAsset
}

/** Several articles as one book, each a chapter as it comes; the same articles make the same book. */
export async function exportArticles(
  articles: AsyncIterable<Bound>,
  { title, design }: { readonly title: string; readonly design?: Design | undefined },
): Promise<{ readonly bytes: Uint8Array; readonly problems: readonly string[] }> {
  let latest = 0
  async function* chapters() {
    for await (const { text, untitled, readAsset } of articles) {
      const content = contentFromMarkdown(text)
      const { modified, date } = content.meta
      latest = Math.max(latest, Date.parse(machineDate(modified) || machineDate(date)) || 0)
      yield { content, untitled, readAsset }
    }
  }
  const { style, problems: styleProblems } = await styleOf(design)
  const { bytes, problems } = await toEpub(chapters(), {
    title,
    identifier: `galley:${title}`,
    modified: () => new Date(latest),
    ...(style ? { style: style.css } : {}),
  })
  return { bytes, problems: [...styleProblems, ...problems] }
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
        options.untitled === undefined ? {} : { untitled: options.untitled },
      )
      return { content: bytes, problems }
    }
    case 'epub':
      return exportBook(contentFromMarkdown(text), readAsset, options)
    case 'pdf':
      return printed(await exportHtml(contentFromMarkdown(text), options), options.print)
    case 'text':
      return { content: toPlainText(contentFromMarkdown(text)), problems: [] }
  }
}

/** The article with its changes marked: in a document they are told as a program tells them. */
async function exportMarked(file: string, options: ExportOptions): Promise<Exported> {
  const { format, untitled, target, profile } = options
  const content = contentFromMarkdown(file)
  if (format === 'markdown' && (profile === undefined || profile === 'galley')) {
    return exportMarkdown(file, options)
  }
  if (format === 'docx') {
    const { bytes, problems } = await toDocx(content, options.readAsset ?? (async () => null), {
      review: markReview(file, 'apart'),
      ...(untitled === undefined ? {} : { untitled }),
    })
    return { content: bytes, problems }
  }
  if ((format !== 'html' && format !== 'pdf') || target !== undefined) {
    throw new AppError(
      'invalid',
      'changes can be marked in a web page, a PDF, a Word document and the Markdown as written, and nowhere else',
    )
  }
  const root = markedRoot(withComments(markReview(file)))
  const drawn = { root, style: CHANGES_STYLESHEET, styleHash: CHANGES_STYLESHEET_HASH }
  const page = await exportHtml(content, options, drawn)
  return format === 'pdf' ? printed(page, options.print) : page
}

/** Makes an export from the whole text of an article's file. */
export async function exportArticle(file: string, options: ExportOptions): Promise<Exported> {
  const { review = 'accepted' } = options
  const isMarked = review === 'marked'
  const text = publishedText(file, isMarked ? 'accepted' : review)
  const made = isMarked ? await exportMarked(file, options) : await exportAs(text, options)
  if (options.format === 'markdown') return made
  const { problem } = readMeta(splitArticle(text).frontMatter)
  return problem ? { ...made, problems: [problem, ...made.problems] } : made
}
