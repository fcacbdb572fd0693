import { QuoteNode } from '@lexical/rich-text'
import {
  $create,
  $getState,
  $setState,
  createState,
  type EditorConfig,
  type LexicalNode,
} from 'lexical'

/** The comment that makes a quotation a pull quote: no other program shows it. */
export const PULL_MARK = '<!-- pull quote -->'

const MARK = /^<!--\s*pull[- ]?quote\s*-->$/i

/** Whether the first block of a quotation is the mark of a pull quote. */
export function isPullMark(node: { readonly type: string } | undefined): boolean {
  if (node?.type !== 'html' && node?.type !== 'opaqueFlow') return false
  return 'value' in node && typeof node.value === 'string' && MARK.test(node.value.trim())
}

const markState = createState('mark', {
  parse: (value): string => (typeof value === 'string' && MARK.test(value) ? value : PULL_MARK),
})

/** A quotation that repeats words of the article, large, beside or between its paragraphs. */
export class PullQuoteNode extends QuoteNode {
  override $config() {
    return this.config('pull-quote', {
      extends: QuoteNode,
      stateConfigs: [{ flat: true, stateConfig: markState }],
    })
  }

  /** The mark as the file writes it. */
  getMark(): string {
    return $getState(this, markState)
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = super.createDOM(config)
    element.classList.add('pull-quote')
    return element
  }
}

export function $createPullQuoteNode(mark = PULL_MARK): PullQuoteNode {
  return $setState($create(PullQuoteNode), markState, mark).setIsShadowRoot(true)
}

export function $isPullQuoteNode(node: LexicalNode | null | undefined): node is PullQuoteNode {
  return node instanceof PullQuoteNode
}
