import type { Feature } from '../feature'
import { html } from './html'
import { opaqueMarkdown } from './markdown'
import { OpaqueExtension } from './node'

export { holdsText } from './markdown'
export { $createOpaqueBlockNode, $isOpaqueBlockNode, definedLabel, OpaqueBlockNode } from './node'

/** Whatever else is in a file: kept verbatim, as a block or inside a line. */
export const opaque: Feature = {
  name: 'opaque',
  extensions: [OpaqueExtension],
  markdown: opaqueMarkdown,
  html,
  actions: [],
}
