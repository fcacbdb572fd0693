import type { HtmlRules } from '../feature'

export const breakHtml: HtmlRules = {
  allow: { tagNames: ['br'] },
}
