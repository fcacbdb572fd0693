import { readMeta, splitArticle } from '../../article'
import type { ArticleContent } from '../content'
import { renderArticle, toHtmlFragment, toHtmlPage } from '../html'
import { type Asset, dataAddress, pathOfPicture, relativePictures } from '../html/pictures'
import { contentFromMarkdown } from './content'

export { blocksFromMarkdown, contentFromMarkdown } from './content'

export interface ExportOptions {
  readonly format: 'html' | 'markdown'
  /** HTML: only the article element, its pictures left where they are. */
  readonly fragment?: boolean
  /** Markdown: whether the front matter goes along; it does unless this is `false`. */
  readonly frontMatter?: boolean
  /** HTML: the page's title when the article has no headline. */
  readonly untitled?: string
  /** A picture found by its path relative to the article; null when there is none. */
  readonly readAsset?: (path: string) => Promise<Asset | null>
}

export interface Exported {
  readonly content: string
  /** Sentences about what could not be exported as written. */
  readonly problems: readonly string[]
}

type ReadAsset = NonNullable<ExportOptions['readAsset']>

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

/** Makes the text of an export from the whole text of an article's file. */
export async function exportArticle(text: string, options: ExportOptions): Promise<Exported> {
  const { frontMatter, body } = splitArticle(text)
  if (options.format === 'markdown') {
    return { content: options.frontMatter === false ? body : text, problems: [] }
  }
  const { problem } = readMeta(frontMatter)
  const problems = problem ? [problem] : []
  const content = contentFromMarkdown(text)
  if (options.fragment) return { content: toHtmlFragment(content), problems }
  if (!options.readAsset) return { content: toHtmlPage(content, options), problems }
  const found = await gatherPictures(content, options.readAsset)
  return {
    content: toHtmlPage(content, { untitled: options.untitled, pictures: found.pictures }),
    problems: [...problems, ...found.problems],
  }
}
