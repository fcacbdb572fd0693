import type { HtmlRules } from '../feature'

export const dividerHtml: HtmlRules = {
  allow: { tagNames: ['hr'] },
}
