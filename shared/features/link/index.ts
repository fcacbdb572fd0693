import type { Feature } from '../feature'
import { html } from './html'
import { linkMarkdown } from './markdown'
import { linkActions } from './menu'
import { LinkExtension } from './node'

export { isSafeAddress, isWholeAddress } from './address'
export { referenceOf } from './node'

export const link: Feature = {
  name: 'link',
  extensions: [LinkExtension],
  markdown: linkMarkdown,
  html,
  actions: linkActions,
}
