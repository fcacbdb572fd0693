import type { Feature } from '../feature'
import { html } from './html'
import { paragraphMarkdown } from './markdown'
import { paragraphActions } from './menu'

export const paragraph: Feature = {
  name: 'paragraph',
  extensions: [],
  markdown: paragraphMarkdown,
  html,
  actions: paragraphActions,
}
