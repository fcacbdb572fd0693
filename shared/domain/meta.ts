/** The front matter that a reader sees; every field `''` or empty when absent. */
export interface ArticleMeta {
  /** The headline, `''` when the body's first block is a level-1 heading that serves as one. */
  readonly title: string
  readonly standfirst: string
  readonly authors: readonly string[]
  /** ISO 8601 date or date-time as written. */
  readonly date: string
  readonly modified: string
  /** BCP 47; `en` when absent. */
  readonly lang: string
  readonly slug: string
  readonly section: string
  readonly tags: readonly string[]
  readonly status: string
}
