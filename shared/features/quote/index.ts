import type { Feature } from '../feature'
import { html } from './html'
import { quoteMarkdown } from './markdown'
import { quoteActions } from './menu'
import { QuoteExtension } from './node'

export { $createAttributionNode } from './attributionNode'
export { $attributionAtCaret, $readLine, writeLine } from './editParts'
export { NOBODY, type Parts } from './parts'
export { isPullMark, PULL_MARK } from './pull'

export const quote: Feature = {
  name: 'quote',
  extensions: [QuoteExtension],
  markdown: quoteMarkdown,
  html,
  actions: quoteActions,
}
