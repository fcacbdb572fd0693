import type { Feature } from '../feature'
import { html } from './html'
import { paragraphMarkdown } from './markdown'
import { paragraphActions } from './menu'
import { ParagraphExtension } from './node'

export const paragraph: Feature = {
  name: 'paragraph',
  extensions: [ParagraphExtension],
  markdown: paragraphMarkdown,
  html,
  actions: paragraphActions,
}
