interface ThemeFace {
  readonly label: string
  readonly hint: string
}

/** How a page can look: in the preview, and exported. */
export const PAGE_THEMES = {
  broadsheet: { label: 'Broadsheet', hint: 'A newspaper’s page: serifs, a rule under the head.' },
  magazine: { label: 'Magazine', hint: 'A large headline in the middle, and a first letter.' },
  plain: { label: 'Plain', hint: 'The reader’s own sans serif, and nothing else.' },
} as const satisfies Record<string, ThemeFace>

export type PageTheme = keyof typeof PAGE_THEMES
export const PAGE_THEME_NAMES = Object.keys(PAGE_THEMES) as readonly PageTheme[]

/** A page's design: one of Galley's, or the broadsheet with the library's own style over it. */
export const PAGE_DESIGN_NAMES = [...PAGE_THEME_NAMES, 'own'] as const
export type PageDesign = (typeof PAGE_DESIGN_NAMES)[number]

/** The file at the top of a library that holds its own style for pages. */
export const OWN_STYLE_FILE = 'galley-page.css'

/** Longest style that is read, in bytes. */
export const MAX_OWN_STYLE_BYTES = 200_000

/** How a page is to look: one of Galley's designs, or a style of one's own as it is written. */
export type Design =
  | { readonly kind: 'theme'; readonly name: PageTheme }
  | { readonly kind: 'own'; readonly css: string }
