import type { Feature } from '../feature'
import { html } from './html'
import { relatedMarkdown } from './markdown'
import { relatedActions } from './menu'
import { RelatedExtension } from './node'

export { $readLinks, $relatedAtCaret, type RelatedLink, writeLinks } from './editLinks'

/**
 * “Also read”: links to other articles. In the file it is a paragraph that any program shows as it
 * is, a label in bold with links after it; here it is a block that stands aside of the text.
 */
export const related: Feature = {
  name: 'related',
  extensions: [RelatedExtension],
  markdown: relatedMarkdown,
  html,
  actions: relatedActions,
}
