import { $createLinkNode, $isLinkNode } from '@lexical/link'
import { $findMatchingParent } from '@lexical/utils'
import {
  $createLineBreakNode,
  $createTextNode,
  $getNodeByKey,
  $getSelection,
  $isLineBreakNode,
  $isRangeSelection,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical'
import { $isRelatedNode, $labelOf, type RelatedNode } from './node'

/** One of the articles that such a line leads to; a link that stands there has a key. */
export interface RelatedLink {
  readonly key: NodeKey | null
  readonly title: string
  readonly address: string
}

/** The line at the caret that leads on to other articles. */
export function $relatedAtCaret(): RelatedNode | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  return $findMatchingParent(selection.anchor.getNode(), $isRelatedNode)
}

/** What a line leads to, in order. */
export function $readLinks(line: RelatedNode): readonly RelatedLink[] {
  return line
    .getChildren()
    .filter($isLinkNode)
    .map((link) => ({ key: link.getKey(), title: link.getTextContent(), address: link.getURL() }))
}

const DOT = ' · '

/** What parts the links of a line: what stands between the first two, or a dot. */
function $separatorOf(line: RelatedNode): () => LexicalNode {
  const children = line.getChildren()
  const first = children.findIndex($isLinkNode)
  const next = children.findIndex((child, index) => index > first && $isLinkNode(child))
  const between = first < 0 || next < 0 ? [] : children.slice(first + 1, next)
  if (between.some($isLineBreakNode)) return $createLineBreakNode
  const words = between.map((node) => node.getTextContent()).join('')
  return () => $createTextNode(words === '' ? DOT : words)
}

/** Has a line lead to these; links that stood there stay as they are written. `manner` is as for a quotation's name. */
export function writeLinks(
  editor: LexicalEditor,
  key: NodeKey,
  links: readonly RelatedLink[],
  manner: 'step' | 'same step' = 'step',
): void {
  editor.update(
    () => {
      const line = $getNodeByKey(key)
      if (!$isRelatedNode(line)) return
      const label = $labelOf(line)
      if (label === null) return
      const $separator = $separatorOf(line)
      const colon = /^\s*[:：]/u.exec(line.getTextContent().slice(lengthOf(label)))?.[0] ?? ''
      const nodes: LexicalNode[] = [...label, $createTextNode(`${colon} `)]
      for (const [index, { key: known, title, address }] of links.entries()) {
        const standing = known === null ? null : $getNodeByKey(known)
        if (index > 0) nodes.push($separator())
        nodes.push(
          $isLinkNode(standing)
            ? standing
            : $createLinkNode(address).append($createTextNode(title)),
        )
      }
      line.splice(0, line.getChildrenSize(), nodes)
      line.selectEnd()
    },
    {
      discrete: true,
      // The keyboard stays where the articles are chosen.
      tag: [SKIP_DOM_SELECTION_TAG, manner === 'step' ? HISTORY_PUSH_TAG : HISTORY_MERGE_TAG],
    },
  )
}

function lengthOf(label: readonly LexicalNode[]): number {
  return label.reduce((sum, node) => sum + node.getTextContentSize(), 0)
}
