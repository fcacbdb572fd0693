import type { FigureClasses } from '../figureClasses'

/** What a front-matter key is filled from. */
export type FrontSource =
  | 'title'
  | 'standfirst'
  | 'summary'
  | 'social'
  | 'authors'
  | 'date'
  | 'modified'
  | 'embargo'
  | 'lang'
  | 'slug'
  | 'section'
  | 'tags'
  | 'keyphrase'
  | 'canonical'
  | 'dateline'
  | 'leadSrc'
  | 'leadAlt'
  | 'leadCaption'
  /** Written only for an article that is not published. */
  | 'draft'

export interface FrontKey {
  readonly key: string
  readonly from: FrontSource
  /** A list as a list, or as its words with commas; a single value as a list of one. */
  readonly as?: 'list' | 'words'
  /** For `draft`: what is written instead of `true`. */
  readonly value?: string
}

/** A sign that means something to a dialect, and what is put in its place. */
export interface Escape {
  readonly find: RegExp
  readonly put: string
}

/** A dialect of Markdown, as data. What a profile keeps is left byte for byte as it is written. */
export interface MarkdownProfile {
  /** `written`: as the file has it; `heading`: none, the headline becomes the first heading. */
  readonly frontMatter: 'written' | 'heading' | readonly FrontKey[]
  /** For readers that take a file without front matter for no article; others get it where it says something. */
  readonly needsFrontMatter: boolean
  readonly tables: 'keep' | 'html'
  readonly strikethrough: 'keep' | 'html'
  readonly tasks: 'keep' | 'marks'
  readonly footnotes: 'keep' | 'html'
  /**
   * How raw HTML is written. `safe`: as it is, without what could act; `jsx`: the same as JSX reads it,
   * element by element closed, so that boxes go and what stood in them stays; `keep`: as it is, for
   * Galley's own files only.
   */
  readonly html: 'keep' | 'safe' | 'jsx'
  /**
   * Blocks that an element of HTML reaches over: as they are written, or as HTML for readers that
   * take what is inside for no Markdown.
   */
  readonly spans: 'keep' | 'html'
  /**
   * A picture alone in its paragraph: `keep`, as HTML, or from a template in which `{src}`, `{alt}`,
   * `{caption}`, `{credit}` and `{width}` (`wide`, `full`) are filled in and what stands in `[[…]]` goes when one of them is empty.
   */
  readonly figure:
    | 'keep'
    | 'html'
    | { readonly template: string; readonly escapes: readonly Escape[] }
  /** Classes of the figure's element where it is HTML, if they are others than on our own pages. */
  readonly figureClasses?: FigureClasses
  /** Put before the addresses of pictures that lie beside the article. */
  readonly picturesAt: string
  /** Replaced in running text, never in code. */
  readonly escapes: readonly Escape[]
  /** Replaced in code. */
  readonly codeEscapes: readonly Escape[]
  readonly indentedCode: 'keep' | 'fence'
  readonly autolinks: 'keep' | 'links'
  /** Put around a body in which something would act. */
  readonly guard?: {
    readonly when: RegExp
    readonly open: string
    readonly close: string
    /** Where the text itself begins with a closing mark, and what stands for that sign then. */
    readonly closing: RegExp
    readonly literal: string
  }
}
