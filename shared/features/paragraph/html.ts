import type { HtmlRules } from '../feature'

export const paragraphHtml: HtmlRules = {
  allow: { tagNames: ['p'] },
}
