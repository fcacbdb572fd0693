import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { articleElement, type Part } from '../html'

/** Two versions of an article as one, each change marked where it stands. */
export interface MarkedArticle {
  readonly lang: string
  readonly pieces: readonly MarkedPiece[]
}

export interface MarkedPiece {
  /** The block's key in the later version; `gone-…` where that has none. */
  readonly key: string
  readonly element: Element
}

/** The marked article as the preview's pieces. */
export function piecesToDraw({ pieces }: MarkedArticle): readonly Part[] {
  return pieces.map(({ key, element }) => ({
    key,
    madeFrom: [toHtml(element)],
    render: () => [element],
  }))
}

export function markedRoot({ lang, pieces }: MarkedArticle): Root {
  const children = pieces.map(({ element }) => element)
  return { type: 'root', children: [articleElement(lang, children)] }
}
