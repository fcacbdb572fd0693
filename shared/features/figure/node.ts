import {
  $create,
  $getDocument,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  defineExtension,
  type EditorConfig,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import { decorateWithView } from '../views'
import { readWidth } from './width'

/** A picture as the file names it. */
export interface Picture {
  readonly src: string
  readonly alt: string
  /** The Markdown title: caption and credit of a figure, `''` when absent. */
  readonly title: string
  /** Label of the definition that the address comes from, `''` when it is written in place. */
  readonly reference: string
}

function parsePicture(value: unknown): Picture {
  const record =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  const text = (key: keyof Picture): string => {
    const field = record[key]
    return typeof field === 'string' ? field : ''
  }
  return { src: text('src'), alt: text('alt'), title: text('title'), reference: text('reference') }
}

const pictureState = createState('picture', {
  parse: parsePicture,
  isEqual: (a, b) =>
    a.src === b.src && a.alt === b.alt && a.title === b.title && a.reference === b.reference,
})

abstract class PictureNode extends DecoratorNode<unknown> {
  getPicture(): Picture {
    return $getState(this, pictureState)
  }

  setPicture(picture: Picture): this {
    return $setState(this, pictureState, picture)
  }

  override updateDOM(_previous: this): boolean {
    return false
  }

  override decorate(editor: LexicalEditor): unknown {
    return decorateWithView(this, editor)
  }
}

/** A picture that stands by itself, with alternative text, caption and credit. */
export class FigureNode extends PictureNode {
  override $config() {
    return this.config('figure', {
      extends: DecoratorNode,
      stateConfigs: [{ flat: true, stateConfig: pictureState }],
    })
  }

  override isInline(): false {
    return false
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const element = $getDocument().createElement('figure')
    const width = readWidth(this.getPicture().src)
    element.className = width === 'text' ? 'figure' : `figure ${width}`
    return element
  }

  override updateDOM(previous: this, dom?: HTMLElement): boolean {
    const width = readWidth(this.getPicture().src)
    // The same element, so that the fields in it keep the keyboard.
    if (dom && width !== readWidth(previous.getPicture().src)) {
      dom.className = width === 'text' ? 'figure' : `figure ${width}`
    }
    return false
  }
}

/** A picture inside a line of text. */
export class ImageNode extends PictureNode {
  override $config() {
    return this.config('image', {
      extends: DecoratorNode,
      stateConfigs: [{ flat: true, stateConfig: pictureState }],
    })
  }

  override isInline(): true {
    return true
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const element = $getDocument().createElement('span')
    element.className = 'image'
    return element
  }
}

export function $createFigureNode(picture: Picture): FigureNode {
  return $create(FigureNode).setPicture(picture)
}

export function $isFigureNode(node: LexicalNode | null | undefined): node is FigureNode {
  return node instanceof FigureNode
}

export function $createImageNode(picture: Picture): ImageNode {
  return $create(ImageNode).setPicture(picture)
}

export function $isImageNode(node: LexicalNode | null | undefined): node is ImageNode {
  return node instanceof ImageNode
}

export const FigureExtension = defineExtension({
  name: 'galley/figure',
  nodes: () => [FigureNode, ImageNode],
})
