import type { Feature } from '../feature'
import { html } from './html'
import { codeMarkdown } from './markdown'
import { codeActions } from './menu'
import { CodeExtension } from './node'

export { fenceState } from './node'

export const code: Feature = {
  name: 'code',
  extensions: [CodeExtension],
  markdown: codeMarkdown,
  html,
  actions: codeActions,
}
