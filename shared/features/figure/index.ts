import type { Feature } from '../feature'
import { html } from './html'
import { figureMarkdown } from './markdown'
import { figureActions } from './menu'
import { FigureExtension } from './node'

export { bareCredit, CREDIT_LABEL, isLabelled, readCaption, writeCaption } from './caption'
export {
  $createFigureNode,
  $isFigureNode,
  $isImageNode,
  type FigureNode,
  type Picture,
} from './node'
export { type FigureWidth, readWidth, writeWidth } from './width'

/** Pictures: a figure with caption and credit where one stands by itself, an image inside a line. */
export const figure: Feature = {
  name: 'figure',
  extensions: [FigureExtension],
  markdown: figureMarkdown,
  html,
  actions: figureActions,
}
