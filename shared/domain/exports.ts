/** A format that an article can be written out in. */
export interface FormatFace {
  readonly label: string
  readonly hint: string
  readonly extension: string
}

export const EXPORT_FORMATS = {
  html: { label: 'HTML', hint: 'A web page, or the article alone for a CMS.', extension: '.html' },
  markdown: {
    label: 'Markdown',
    hint: 'As written, or as a site generator reads it.',
    extension: '.export.md',
  },
  docx: { label: 'Word', hint: 'With real headings, captions and notes.', extension: '.docx' },
  pdf: { label: 'PDF', hint: 'The page as it prints, with bookmarks.', extension: '.pdf' },
  epub: { label: 'EPUB', hint: 'For e-readers.', extension: '.epub' },
  text: { label: 'Plain text', hint: 'The words alone.', extension: '.txt' },
} as const satisfies Record<string, FormatFace>

export type ExportFormat = keyof typeof EXPORT_FORMATS
export const FORMAT_NAMES = Object.keys(EXPORT_FORMATS) as readonly ExportFormat[]

/** What an HTML fragment is pasted into. */
export const FRAGMENT_TARGETS = {
  site: { label: 'A page of your own', hint: 'The article element as the preview shows it.' },
  wordpress: { label: 'WordPress', hint: 'Blocks for the code editor.' },
  ghost: { label: 'Ghost', hint: 'HTML that becomes Ghost’s cards.' },
  substack: { label: 'Substack', hint: 'No tables, no small headings.' },
  medium: { label: 'Medium', hint: 'Two sizes of heading, flat lists.' },
} as const satisfies Record<string, { readonly label: string; readonly hint: string }>

export type FragmentTarget = keyof typeof FRAGMENT_TARGETS
export const TARGET_NAMES = Object.keys(FRAGMENT_TARGETS) as readonly FragmentTarget[]

/** Whose Markdown it is to be. */
export const MARKDOWN_PROFILES = {
  galley: { label: 'As written', hint: 'The file’s own text, with tables and footnotes.' },
  commonmark: { label: 'CommonMark', hint: 'What every reader of Markdown knows.' },
  gfm: { label: 'GitHub', hint: 'Tables, task lists and footnotes as on GitHub.' },
  hugo: { label: 'Hugo', hint: 'Its front matter, figures as shortcodes.' },
  jekyll: { label: 'Jekyll', hint: 'Its front matter, Liquid kept from acting.' },
  astro: { label: 'Astro', hint: 'Its front matter, safe as MDX.' },
  ghost: { label: 'Ghost', hint: 'Its fields, figures as image cards.' },
  obsidian: { label: 'Obsidian', hint: 'Properties, and captions under pictures.' },
} as const satisfies Record<string, { readonly label: string; readonly hint: string }>

export type MarkdownProfileName = keyof typeof MARKDOWN_PROFILES
export const PROFILE_NAMES = Object.keys(MARKDOWN_PROFILES) as readonly MarkdownProfileName[]

/** Which text of an article under review. */
export const REVIEW_TEXTS = {
  accepted: { label: 'As accepted', hint: 'Every suggestion made, and no trace of the review.' },
  original: { label: 'As it was', hint: 'Without any suggestion, and no trace of the review.' },
  marked: { label: 'With the review', hint: 'Each change where it stands, with its author.' },
} as const satisfies Record<string, { readonly label: string; readonly hint: string }>

export type ReviewText = keyof typeof REVIEW_TEXTS
export const REVIEW_TEXT_NAMES = Object.keys(REVIEW_TEXTS) as readonly ReviewText[]

/** Whether a format can show the changes of a review. */
export function showsChanges(format: ExportFormat): boolean {
  return format !== 'epub' && format !== 'text'
}

/** Where a page's pictures are: in the page itself, or left where they are beside it. */
export const PICTURE_PLACES = ['inside', 'beside'] as const
export type PicturePlace = (typeof PICTURE_PLACES)[number]
