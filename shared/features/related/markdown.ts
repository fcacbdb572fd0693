import type { MarkdownRules } from '../feature'

/** In the file and on the page it is a paragraph; the other features read and write it. */
export const relatedMarkdown: MarkdownRules = {}
