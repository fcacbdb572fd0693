import type { Feature } from '../feature'
import { html } from './html'
import { relatedMarkdown } from './markdown'
import { relatedActions } from './menu'

/**
 * “Also read”: links to other articles. In the file it is a paragraph that any program shows as it
 * is, a label in bold with links after it; here it stands aside of the text.
 */
export const related: Feature = {
  name: 'related',
  extensions: [],
  markdown: relatedMarkdown,
  html,
  actions: relatedActions,
}
