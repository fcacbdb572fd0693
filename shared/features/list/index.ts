import type { Feature } from '../feature'
import { html } from './html'
import { listMarkdown } from './markdown'
import { listActions } from './menu'
import { ListExtension } from './node'

export { listStyleState } from './node'

export const list: Feature = {
  name: 'list',
  extensions: [ListExtension],
  markdown: listMarkdown,
  html,
  actions: listActions,
}
