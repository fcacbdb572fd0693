import type { HtmlRules } from '../feature'

/** Which addresses a link may have is the renderer's business, the same for links from raw HTML. */
export const html: HtmlRules = {
  allow: {
    tagNames: ['a'],
    attributes: { a: ['href', 'title', ['rel', 'external', 'noopener']] },
    protocols: { href: ['http', 'https', 'mailto'] },
  },
}
