import type { HtmlRules } from '../feature'

export const html: HtmlRules = {
  allow: {
    tagNames: ['pre', 'code'],
    attributes: { code: [['className', /^language-\S{1,64}$/u]] },
  },
}
