import type { HtmlRules } from '../feature'

export const emphasisHtml: HtmlRules = {
  allow: { tagNames: ['em', 'strong', 'del'] },
}
