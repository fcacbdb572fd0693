import { Document, LevelFormat, LineRuleType, Packer } from 'docx'
import type { Element } from 'hast'
import { fromBase64 } from '../../../domain/base64'
import { markedRoot } from '../../compare'
import type { MarkedReview } from '../../compare/review'
import type { ArticleContent } from '../../content'
import { renderArticle } from '../../html'
import { isRelative } from '../../html/addresses'
import { titleOf } from '../../html/head'
import { type Asset, pathOfPicture, relativePictures } from '../../html/pictures'
import { flow, footnotesOf } from './blocks'
import { createThreads, createTracking } from './review'
import { PICTURE_KINDS, plain, type Work } from './runs'
import { HEADING_STYLES, levels, PARAGRAPH_STYLES } from './styles'

export interface DocxOptions {
  readonly untitled?: string
  /** Told as tracked changes and comments. */
  readonly review?: MarkedReview
}

/** The article as a Word document, with real headings, captions, lists, tables and footnotes. */
export async function toDocx(
  content: ArticleContent,
  readAsset: (path: string) => Promise<Asset | null>,
  { untitled, review }: DocxOptions = {},
): Promise<{ readonly bytes: Uint8Array; readonly problems: readonly string[] }> {
  const tree = review ? markedRoot(review.article) : renderArticle(content)
  const pictures = new Map<string, Asset>()
  const problems: string[] = []
  for (const address of relativePictures(tree)) {
    const asset = isRelative(address) ? await readAsset(pathOfPicture(address)) : null
    if (asset === null) problems.push(`The picture “${pathOfPicture(address)}” was not found.`)
    else if (PICTURE_KINDS[asset.type] === undefined) {
      problems.push(`Word does not take “${pathOfPicture(address)}”: its description stands there.`)
    } else pictures.set(address, asset)
  }
  const [article] = tree.children
  const threads = review ? createThreads(review) : null
  const work: Work = { pictures, lists: [], tracking: createTracking(), threads }
  const root: Element =
    article?.type === 'element'
      ? article
      : { type: 'element', tagName: 'article', properties: {}, children: [] }
  const children = flow(root.children, {}, work)
  const footnotes = footnotesOf(root, work)
  const { meta } = content
  const document = new Document({
    title: plain(titleOf(content, untitled)),
    description: plain(meta.description || meta.standfirst),
    creator: plain(meta.authors.join(', ')) || 'Galley',
    keywords: plain(meta.tags.join(', ')),
    footnotes,
    ...(threads && threads.comments.length > 0 ? { comments: { children: threads.comments } } : {}),
    numbering: {
      config: [
        { reference: 'bullets', levels: levels(LevelFormat.BULLET, 1) },
        ...work.lists.map(({ reference, start }) => ({
          reference,
          levels: levels(LevelFormat.DECIMAL, start),
        })),
      ],
    },
    styles: {
      paragraphStyles: PARAGRAPH_STYLES,
      default: {
        // Without its rule some programs take the line for an exact height, and cut pictures off at it.
        document: {
          paragraph: { spacing: { after: 160, line: 300, lineRule: LineRuleType.AUTO } },
        },
        ...HEADING_STYLES,
      },
    },
    sections: [{ children }],
  })
  const base64 = await Packer.toBase64String(document)
  return { bytes: fromBase64(base64) ?? new Uint8Array(), problems }
}
