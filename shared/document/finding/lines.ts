import {
  $getNodeByKey,
  $isDecoratorNode,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type LexicalNode,
  type NodeKey,
} from 'lexical'
import {
  $isFigureNode,
  bareCredit,
  type FigureNode,
  readCaption,
  writeCaption,
} from '../../features/figure'
import type { FieldName } from '../frontMatterFields'

/** A text node's part of a line. */
export interface LinePart {
  readonly key: NodeKey
  readonly start: number
  readonly length: number
}

/** The field of a figure that a line is the value of. */
export interface FigureField {
  readonly kind: 'figure'
  readonly key: NodeKey
  readonly name: 'caption' | 'credit' | 'alt'
}

/** The field above the text that a line is the value of. */
export interface HeadField {
  readonly kind: 'head'
  readonly name: FieldName
}

/** One element's own run of text, across its formats and links, or the value of a field. */
export interface Line {
  readonly text: string
  /** None for a field, which has no text nodes. */
  readonly parts: readonly LinePart[]
  readonly field?: FigureField | HeadField
}

/** What stands for a picture, a note's mark or anything else that is no text. */
const OBJECT = '\ufffc'

/** What a figure says, in the order in which its fields stand. */
function figureLines(node: FigureNode): readonly Line[] {
  const { alt, title } = node.getPicture()
  const { caption, credit } = readCaption(title)
  const values = [
    ['caption', caption] as const,
    ['credit', bareCredit(credit)] as const,
    ['alt', alt] as const,
  ]
  return values
    .filter(([, text]) => text !== '')
    .map(([name, text]) => ({
      text,
      parts: [],
      field: { kind: 'figure', key: node.getKey(), name },
    }))
}

/** Puts another value into a field of a figure. */
export function $writeFigureField({ key, name }: FigureField, text: string): void {
  const node = $getNodeByKey(key)
  if (!$isFigureNode(node)) return
  const picture = node.getPicture()
  const change =
    name === 'alt'
      ? { alt: text }
      : { title: writeCaption({ ...readCaption(picture.title), [name]: text }) }
  node.setPicture({ ...picture, reference: '', ...change })
}

/** Every line of text in a block, in order: one for a paragraph, one for each item of a list. */
export function $readLines(block: LexicalNode): readonly Line[] {
  const lines: Line[] = []
  let text = ''
  let parts: LinePart[] = []
  const finish = (): void => {
    if (parts.length > 0) lines.push({ text, parts })
    text = ''
    parts = []
  }
  const read = (node: LexicalNode): void => {
    if ($isTextNode(node)) {
      const content = node.getTextContent()
      if (node.isToken()) text += OBJECT.repeat(content.length)
      else {
        parts.push({ key: node.getKey(), start: text.length, length: content.length })
        text += content
      }
    } else if ($isLineBreakNode(node)) text += '\n'
    else if ($isFigureNode(node)) {
      finish()
      lines.push(...figureLines(node))
    } else if ($isDecoratorNode(node)) text += OBJECT
    else if ($isElementNode(node)) {
      if (!node.isInline()) finish()
      for (const child of node.getChildren()) read(child)
      if (!node.isInline()) finish()
    }
  }
  read(block)
  finish()
  return lines
}
