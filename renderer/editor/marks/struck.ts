import { type Half, plainWords, readNodes } from '../../../shared/review'

/** Words that a suggestion takes away, and where in the accepted text they would stand. */
export interface Struck {
  readonly at: number
  readonly words: string
  /** Whether whole lines go, which are shown as lines. */
  readonly isLines: boolean
}

/** What a suggestion takes away, in its order. */
export function struckIn({ start, nodes }: Pick<Half, 'start' | 'nodes'>): readonly Struck[] {
  let at = start
  return nodes.flatMap((node): readonly Struck[] => {
    const here = at
    switch (node.kind) {
      case 'insertion':
        at += readNodes(node.children, 'accepted').length
        return []
      case 'deletion':
        return struck(here, readNodes(node.children, 'original'), typeof node.form === 'object')
      case 'substitution':
        at += readNodes(node.now, 'accepted').length
        return struck(here, readNodes(node.old, 'original'), typeof node.form === 'object')
      default:
        return node satisfies never
    }
  })
}

function struck(at: number, markdown: string, isBlock: boolean): readonly Struck[] {
  const isLines = isBlock || (/\S/.test(markdown) && /[\r\n]$/.test(markdown))
  const words = plainWords(markdown, isLines)
  return words === '' ? [] : [{ at, words, isLines }]
}
