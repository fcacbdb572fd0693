import {
  $create,
  $createTextNode,
  $getDocument,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  defineExtension,
  type EditorConfig,
  type LexicalNode,
  TextNode,
} from 'lexical'
import { spacesForLineEnds } from '../../text/runs'

const sourceState = createState('source', {
  parse: (value): string => (typeof value === 'string' ? value : ''),
})

/** What an opaque block is, for its caption and for what it becomes in the preview. */
export type OpaqueKind = 'html' | 'definition' | 'other'

const kindState = createState('kind', {
  parse: (value): OpaqueKind => (value === 'html' || value === 'definition' ? value : 'other'),
})

const CAPTIONS: Readonly<Record<OpaqueKind, string>> = {
  html: 'HTML, kept as written',
  definition: 'Link definition',
  other: 'Markdown, kept as written',
}

/** A block of the file that the editor has no construct for: shown, moved and deleted whole, written back verbatim. */
export class OpaqueBlockNode extends DecoratorNode<unknown> {
  override $config() {
    return this.config('opaque-block', {
      extends: DecoratorNode,
      stateConfigs: [
        { flat: true, stateConfig: sourceState },
        { flat: true, stateConfig: kindState },
      ],
    })
  }

  getSource(): string {
    return $getState(this, sourceState)
  }

  setSource(source: string): this {
    return $setState(this, sourceState, source)
  }

  getKind(): OpaqueKind {
    return $getState(this, kindState)
  }

  setKind(kind: OpaqueKind): this {
    return $setState(this, kindState, kind)
  }

  override getTextContent(): string {
    return this.getSource()
  }

  override isInline(): false {
    return false
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const document = $getDocument()
    const element = document.createElement('div')
    element.className = `${config.theme.opaqueBlock ?? 'opaque-block'} opaque-${this.getKind()}`
    const caption = document.createElement('span')
    caption.className = 'opaque-caption'
    caption.textContent = CAPTIONS[this.getKind()]
    const source = document.createElement('pre')
    source.textContent = this.getSource()
    element.append(caption, source)
    return element
  }

  override updateDOM(previous: this): boolean {
    return previous.getSource() !== this.getSource()
  }

  override decorate(): null {
    return null
  }
}

/** A stretch of inline source that the editor has no construct for, such as an HTML tag. */
export class OpaqueInlineNode extends TextNode {
  override $config() {
    return this.config('opaque-inline', { extends: TextNode })
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = super.createDOM(config)
    element.classList.add('opaque-inline')
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

export function $createOpaqueBlockNode(source: string, kind: OpaqueKind): OpaqueBlockNode {
  return $create(OpaqueBlockNode).setSource(source).setKind(kind)
}

export function $isOpaqueBlockNode(node: LexicalNode | null | undefined): node is OpaqueBlockNode {
  return node instanceof OpaqueBlockNode
}

export function $createOpaqueInlineNode(source: string): OpaqueInlineNode {
  const node = $create(OpaqueInlineNode).setTextContent(source).setMode('token')
  return $setState(node, sourceState, source)
}

/** What a link definition defines, as Markdown compares labels; null for any other block. */
export function definedLabel(node: OpaqueBlockNode): string | null {
  if (node.getKind() !== 'definition') return null
  const label = /^\s*\[((?:\\.|[^\]\\])*)\]:/.exec(node.getSource())?.[1]
  return label === undefined ? null : label.replace(/\s+/g, ' ').trim().toLowerCase()
}

/** A part of a tag is no tag: what is left of a source that was cut through is text. */
function $keepWhole(node: OpaqueInlineNode): void {
  const source = $getState(node, sourceState)
  const text = node.getTextContent()
  if (source === '' || source === text) return
  const line = spacesForLineEnds(text)
  node.replace($createTextNode(line).setFormat(node.getFormat()))
}

export function $isOpaqueInlineNode(
  node: LexicalNode | null | undefined,
): node is OpaqueInlineNode {
  return node instanceof OpaqueInlineNode
}

export const OpaqueExtension = defineExtension({
  name: 'galley/opaque',
  nodes: () => [OpaqueBlockNode, OpaqueInlineNode],
  register: (editor) => editor.registerNodeTransform(OpaqueInlineNode, $keepWhole),
})
