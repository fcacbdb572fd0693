import type { HtmlRules } from '../feature'

export const html: HtmlRules = {
  allow: { tagNames: ['hr'] },
}
