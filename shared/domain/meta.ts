/** The picture that stands for the article: above it, on a card, in a list. */
export interface LeadPicture {
  /** Where the picture is, relative to the article or on the web; `''` when there is none. */
  readonly src: string
  readonly alt: string
  readonly caption: string
  readonly credit: string
}

/** What was wrong in the published article, and when it was put right. */
export interface Correction {
  /** As written; `''` when the note gives no day. */
  readonly date: string
  readonly text: string
}

/** The front matter that a reader sees; every field `''` or empty when absent. */
export interface ArticleMeta {
  /** The headline, `''` when the body's first block is a level-1 heading that serves as one. */
  readonly title: string
  readonly standfirst: string
  readonly authors: readonly string[]
  /** The place that the report is from. */
  readonly dateline: string
  /** ISO 8601 date or date-time as written. */
  readonly date: string
  readonly modified: string
  /** Nothing may be published before this moment. */
  readonly embargo: string
  /** BCP 47; `en` when absent. */
  readonly lang: string
  readonly slug: string
  readonly section: string
  readonly tags: readonly string[]
  readonly status: string
  /** Handle of who is to look at it now. */
  readonly reviewer: string
  /** For search engines and lists. */
  readonly description: string
  /** For cards on social networks. */
  readonly social: string
  readonly keyphrase: string
  /** The address that counts when the article stands at several. */
  readonly canonical: string
  readonly lead: LeadPicture
  readonly corrections: readonly Correction[]
}

export const NO_LEAD: LeadPicture = { src: '', alt: '', caption: '', credit: '' }

/** Front matter that says nothing. */
export const NO_META: ArticleMeta = {
  title: '',
  standfirst: '',
  authors: [],
  dateline: '',
  date: '',
  modified: '',
  embargo: '',
  lang: 'en',
  slug: '',
  section: '',
  tags: [],
  status: '',
  reviewer: '',
  description: '',
  social: '',
  keyphrase: '',
  canonical: '',
  lead: NO_LEAD,
  corrections: [],
}
