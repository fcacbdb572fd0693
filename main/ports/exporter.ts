import type { PictureType } from '../../shared/api/contract'
import type {
  ExportFormat,
  FragmentTarget,
  MarkdownProfileName,
  PicturePlace,
  ReviewText,
} from '../../shared/domain/exports'
import type { Design } from '../../shared/domain/pageThemes'

export interface Picture {
  readonly type: PictureType
  readonly base64: string
}

export interface ExportWish {
  readonly format: ExportFormat
  /** HTML: only the article, shaped for this place; a whole page when absent. */
  readonly target?: FragmentTarget
  /** HTML page: whether its pictures go into it, as they do unless this says `beside`. */
  readonly pictures?: PicturePlace
  /** Markdown: whose dialect; as written when absent. */
  readonly profile?: MarkdownProfileName
  readonly frontMatter?: boolean
  /** Which text of an article under review: with every suggestion accepted unless said otherwise. */
  readonly review?: ReviewText
  /** HTML page, PDF and EPUB: how it looks. */
  readonly design?: Design
  /** HTML page: links to articles lead to their pages. */
  readonly linksToPages?: boolean
  /** The page's title when the article has no headline. */
  readonly untitled?: string
  /** Many more are on their way: it is worth a thread. */
  readonly isOneOfMany?: boolean
  /** A picture by its path relative to the article; `null` when there is none. */
  readonly readAsset?: (path: string) => Promise<Picture | null>
}

/** Prints a page to PDF. Rejects with `unavailable` where nothing can. */
export type PrintPage = (html: string) => Promise<Uint8Array>

export interface MadeExport {
  readonly content: string | Uint8Array
  readonly problems: readonly string[]
  /** HTML: the article's headline, `''` without one, and the addresses of the pictures beside it. */
  readonly headline?: string
  readonly pictures?: readonly string[]
}

/** Makes an export from the whole text of an article's file. */
export type ExportArticle = (text: string, wish: ExportWish) => Promise<MadeExport>
