import type { RootContent } from 'mdast'
import type { ArticleMeta } from '../domain/meta'

export type { ArticleMeta }

/**
 * One top-level block of an article as it would be saved at this moment.
 * The same object is handed out for as long as the block's text stays the same, so that
 * whoever derives something from a block (HTML, a word count) may keep it by identity.
 */
export interface Block {
  /** Stays the same while the block lives in one editor or one loaded file. */
  readonly key: string
  /** The block's Markdown without the blank lines after it. */
  readonly markdown: string
  /** `markdown` parsed among the article's definitions and footnotes. Positions refer to whatever text it was parsed in. */
  readonly nodes: readonly RootContent[]
}

/** What preview, export and counts are made from. */
export interface ArticleContent {
  readonly meta: ArticleMeta
  readonly blocks: readonly Block[]
}
