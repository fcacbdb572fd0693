import type { Feature } from '../feature'
import { html } from './html'
import { footnoteMarkdown } from './markdown'
import { footnoteActions } from './menu'
import { FootnoteExtension } from './node'

export { $appendNote, $firstReference, $freeLabel, $noteOf, $notes, sameLabel } from './find'
export {
  $createFootnoteReferenceNode,
  $isFootnoteNode,
  $isFootnoteReferenceNode,
  FootnoteNode,
  FootnoteReferenceNode,
} from './node'

export const footnote: Feature = {
  name: 'footnote',
  extensions: [FootnoteExtension],
  markdown: footnoteMarkdown,
  html,
  actions: footnoteActions,
}
