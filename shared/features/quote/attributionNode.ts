import { $isQuoteNode } from '@lexical/rich-text'
import {
  $create,
  $createParagraphNode,
  $createTextNode,
  $getDocument,
  $getState,
  $isLineBreakNode,
  $setState,
  createState,
  type EditorConfig,
  type LexicalNode,
  ParagraphNode,
  type RangeSelection,
} from 'lexical'
import type { Joint } from './attribution'

interface Manner {
  readonly dash: string
  readonly joint: Joint
}

const OWN: Manner = { dash: '— ', joint: 'paragraph' }

const mannerState = createState('manner', {
  parse: (value): Manner => {
    if (typeof value !== 'object' || value === null) return OWN
    const { dash, joint } = value as Partial<Manner>
    return {
      dash: typeof dash === 'string' && /^(?:[—―]|--)\s*$/.test(dash) ? dash : OWN.dash,
      joint: joint === 'soft' || joint === 'hard' ? joint : 'paragraph',
    }
  },
  isEqual: (a, b) => a.dash === b.dash && a.joint === b.joint,
})

/** The last line of a quotation: who said it, in which role, where; a link leads to the source. */
export class AttributionNode extends ParagraphNode {
  override $config() {
    return this.config('attribution', {
      extends: ParagraphNode,
      stateConfigs: [{ flat: true, stateConfig: mannerState }],
    })
  }

  /** How the file writes the line's dash, and joins it to the words. */
  getManner(): Manner {
    return $getState(this, mannerState)
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const element = $getDocument().createElement('p')
    element.className = this.isEmpty() ? 'attribution is-empty' : 'attribution'
    element.dataset.placeholder = 'Name, role, source'
    return element
  }

  override updateDOM(_previous: ParagraphNode, dom: HTMLElement): boolean {
    dom.classList.toggle('is-empty', this.isEmpty())
    return false
  }

  /** What follows the name is no part of the quotation. */
  override insertNewAfter(_selection: RangeSelection): ParagraphNode {
    const below = $createParagraphNode()
    const quote = this.getParent()
    if ($isQuoteNode(quote)) quote.insertAfter(below)
    else this.insertAfter(below)
    return below
  }

  override collapseAtStart(): true {
    this.replace($createParagraphNode(), true).selectStart()
    return true
  }
}

export function $createAttributionNode(manner: Manner = OWN): AttributionNode {
  return $setState($create(AttributionNode), mannerState, manner)
}

export function $isAttributionNode(node: LexicalNode | null | undefined): node is AttributionNode {
  return node instanceof AttributionNode
}

/** A name is one line at the end of a quotation; anywhere else it is words with a dash before them. */
export function $keepAttribution(node: AttributionNode): void {
  for (const child of node.getChildren()) {
    if ($isLineBreakNode(child)) child.replace($createTextNode(' '))
  }
  const parent = node.getParent()
  const isInPlace =
    $isQuoteNode(parent) && node.getNextSibling() === null && node.getPreviousSibling() !== null
  if (isInPlace || parent === null) return
  const paragraph = $createParagraphNode()
  node.replace(paragraph, true)
  if (!paragraph.isEmpty()) paragraph.splice(0, 0, [$createTextNode(node.getManner().dash)])
}
