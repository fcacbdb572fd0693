import type { PictureType } from '../../shared/api/contract'

export interface Picture {
  readonly type: PictureType
  readonly base64: string
}

export interface ExportWish {
  readonly format: 'html' | 'markdown'
  readonly fragment?: boolean
  readonly frontMatter?: boolean
  /** The page's title when the article has no headline. */
  readonly untitled?: string
  /** A picture by its path relative to the article; `null` when there is none. */
  readonly readAsset?: (path: string) => Promise<Picture | null>
}

/** Makes an export's text from the whole text of an article's file. */
export type ExportArticle = (
  text: string,
  wish: ExportWish,
) => Promise<{ readonly content: string; readonly problems: readonly string[] }>
