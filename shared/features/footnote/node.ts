import {
  $create,
  $createParagraphNode,
  $getDocument,
  $getState,
  $setState,
  createState,
  defineExtension,
  type EditorConfig,
  ElementNode,
  type LexicalNode,
  TextNode,
} from 'lexical'

const labelState = createState('label', {
  parse: (value): string => (typeof value === 'string' ? value : ''),
})

/** The mark in the text that refers to a footnote; its text is the footnote's label. */
export class FootnoteReferenceNode extends TextNode {
  override $config() {
    return this.config('footnote-reference', { extends: TextNode })
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = super.createDOM(config)
    element.classList.add('footnote-reference')
    return element
  }

  override canInsertTextBefore(): boolean {
    return false
  }

  override canInsertTextAfter(): boolean {
    return false
  }

  override isTextEntity(): boolean {
    return true
  }
}

/** The text of a footnote, which stands where the file has it. */
export class FootnoteNode extends ElementNode {
  override $config() {
    return this.config('footnote', {
      extends: ElementNode,
      stateConfigs: [{ flat: true, stateConfig: labelState }],
    })
  }

  getLabel(): string {
    return $getState(this, labelState)
  }

  setLabel(label: string): this {
    return $setState(this, labelState, label)
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const element = $getDocument().createElement('div')
    element.className = 'footnote'
    element.dataset.label = this.getLabel()
    return element
  }

  override updateDOM(previous: this): boolean {
    return previous.getLabel() !== this.getLabel()
  }

  override isShadowRoot(): boolean {
    return true
  }

  override collapseAtStart(): boolean {
    for (const child of this.getChildren()) this.insertBefore(child)
    this.remove()
    return true
  }
}

export function $createFootnoteReferenceNode(label: string): FootnoteReferenceNode {
  return $create(FootnoteReferenceNode).setTextContent(label).setMode('token')
}

export function $isFootnoteReferenceNode(
  node: LexicalNode | null | undefined,
): node is FootnoteReferenceNode {
  return node instanceof FootnoteReferenceNode
}

export function $createFootnoteNode(label: string): FootnoteNode {
  return $create(FootnoteNode).setLabel(label)
}

export function $isFootnoteNode(node: LexicalNode | null | undefined): node is FootnoteNode {
  return node instanceof FootnoteNode
}

export const FootnoteExtension = defineExtension({
  name: 'galley/footnote',
  nodes: () => [FootnoteReferenceNode, FootnoteNode],
  register: (editor) =>
    editor.registerNodeTransform(FootnoteNode, (footnote) => {
      if (footnote.isEmpty()) footnote.append($createParagraphNode())
    }),
})
