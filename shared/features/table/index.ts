import type { Feature } from '../feature'
import { html } from './html'
import { tableMarkdown } from './markdown'
import { tableActions } from './menu'
import { TableExtension } from './node'

export const table: Feature = {
  name: 'table',
  extensions: [TableExtension],
  markdown: tableMarkdown,
  html,
  actions: tableActions,
}
