import { $isLinkNode } from '@lexical/link'
import {
  $create,
  $createParagraphNode,
  $getDocument,
  $isElementNode,
  $isLineBreakNode,
  $isParagraphNode,
  $isRootNode,
  $isTextNode,
  defineExtension,
  type LexicalNode,
  mergeRegister,
  ParagraphNode,
  TextNode,
} from 'lexical'
import { $liftBlocks } from '../liftBlocks'
import { isRelatedLabel } from './labels'
import { BETWEEN } from './related'

/** A line that leads on to other articles: its label in bold, and links. */
export class RelatedNode extends ParagraphNode {
  override $config() {
    return this.config('related', { extends: ParagraphNode })
  }

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement('aside')
    element.dataset.placeholder = 'no article yet'
    this.#show(element)
    return element
  }

  override updateDOM(_previous: ParagraphNode, dom: HTMLElement): boolean {
    this.#show(dom)
    return false
  }

  #show(element: HTMLElement): void {
    element.className = this.getChildren().some($isLinkNode) ? 'related' : 'related is-empty'
  }

  override collapseAtStart(): true {
    this.replace($createParagraphNode(), true).selectStart()
    return true
  }
}

export function $createRelatedNode(): RelatedNode {
  return $create(RelatedNode)
}

export function $isRelatedNode(node: LexicalNode | null | undefined): node is RelatedNode {
  return node instanceof RelatedNode
}

/** The bold text at a line's start, if that is a label. */
export function $labelOf(line: ParagraphNode): readonly TextNode[] | null {
  const label: TextNode[] = []
  for (const child of line.getChildren()) {
    if (!$isTextNode(child) || !child.hasFormat('bold')) break
    label.push(child)
  }
  return isRelatedLabel(label.map((text) => text.getTextContent()).join('')) ? label : null
}

/** Whether a line has nothing behind its label but links and what parts them. */
export function $holdsLinksOnly(line: ParagraphNode, label: readonly TextNode[]): boolean {
  const rest = line.getChildren().slice(label.length)
  const between = rest.filter((child) => !$isLinkNode(child) && !$isLineBreakNode(child))
  // Where the emphasis goes on into a link, the file has both in one.
  const [first] = rest.filter($isLinkNode).flatMap((link) => link.getChildren())
  if ($isTextNode(first) && first.hasFormat('bold')) return false
  return between.every(
    (child, index) =>
      $isTextNode(child) &&
      BETWEEN.test(child.getTextContent().replace(index === 0 ? /^\s*[:：]/u : /^$/, '')),
  )
}

/** Such a line is one wherever it came from: typed, pasted, or turned into it. */
function $becomeRelated(line: ParagraphNode): void {
  const first = line.getFirstChild()
  if (!$isTextNode(first) || !first.hasFormat('bold') || !$isRootNode(line.getParent())) return
  const label = $labelOf(line)
  if (label === null || !line.getChildren().some($isLinkNode)) return
  if ($holdsLinksOnly(line, label)) line.replace($createRelatedNode(), true)
}

/** Without its label, with other words, or inside another block, it is a paragraph like any other, as it is once published. */
function $stayRelated(line: RelatedNode): void {
  $liftBlocks(line)
  const label = $labelOf(line)
  const isSound = label !== null && $holdsLinksOnly(line, label)
  const isInPlace = $isRootNode(line.getParent()) && isSound
  if (!isInPlace && $isElementNode(line.getParent())) line.replace($createParagraphNode(), true)
}

/** A letter typed into a text makes its line another one, which Lexical does not take for changed itself. */
function $seeToLine(text: TextNode): void {
  const line = text.getParent()
  if ($isRelatedNode(line)) $stayRelated(line)
  else if ($isParagraphNode(line)) $becomeRelated(line)
}

export const RelatedExtension = defineExtension({
  name: 'galley/related',
  nodes: () => [RelatedNode],
  register: (editor) =>
    mergeRegister(
      editor.registerNodeTransform(ParagraphNode, $becomeRelated),
      editor.registerNodeTransform(RelatedNode, $stayRelated),
      editor.registerNodeTransform(TextNode, $seeToLine),
    ),
})
