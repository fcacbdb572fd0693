import type { HtmlRules } from '../feature'

export const html: HtmlRules = {
  allow: { tagNames: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] },
}
