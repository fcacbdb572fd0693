import type { Feature } from '../feature'
import { html } from './html'
import { emphasisMarkdown } from './markdown'
import { emphasisActions } from './menu'

/** Bold, italic, strikethrough and inline code: formats of text, without nodes of their own. */
export const emphasis: Feature = {
  name: 'emphasis',
  extensions: [],
  markdown: emphasisMarkdown,
  html,
  actions: emphasisActions,
}
