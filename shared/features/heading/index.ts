import type { Feature } from '../feature'
import { html } from './html'
import { headingMarkdown } from './markdown'
import { headingActions } from './menu'
import { HeadingExtension } from './node'

export const heading: Feature = {
  name: 'heading',
  extensions: [HeadingExtension],
  markdown: headingMarkdown,
  html,
  actions: headingActions,
}
