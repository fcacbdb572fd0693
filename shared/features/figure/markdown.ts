import { $setState } from 'lexical'
import type { Image, ImageReference, Parent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { MarkdownRules } from '../feature'
import { surroundingFormatState } from '../inline'
import {
  $createFigureNode,
  $createImageNode,
  $isFigureNode,
  $isImageNode,
  type Picture,
} from './node'

/** A paragraph that holds one picture and nothing else. */
interface Figure extends Parent {
  type: 'figure'
  children: [Image | ImageReference]
}

declare module 'mdast' {
  interface RootContentMap {
    figure: Figure
  }
}

function written(picture: Picture): Image | ImageReference {
  const { src, alt, title, reference } = picture
  return reference === ''
    ? { type: 'image', url: src, alt, title: title || null }
    : {
        type: 'imageReference',
        identifier: reference,
        label: reference,
        referenceType: 'full',
        alt,
      }
}

function pictureOf(
  node: Image | ImageReference,
  getDefinition: (identifier: string) => { url: string; title?: string | null } | undefined,
): Picture {
  const alt = node.alt ?? ''
  if (node.type === 'image') return { src: node.url, alt, title: node.title ?? '', reference: '' }
  const definition = getDefinition(node.identifier)
  return {
    src: definition?.url ?? '',
    alt,
    title: definition?.title ?? '',
    reference: node.label ?? node.identifier,
  }
}

export const figureMarkdown: MarkdownRules = {
  prepare(tree) {
    visit(tree, 'paragraph', (node, index, parent) => {
      const [only] = node.children
      const isPicture = only?.type === 'image' || only?.type === 'imageReference'
      // Inside a list item the editor has only lines of text.
      if (
        !isPicture ||
        node.children.length !== 1 ||
        index === undefined ||
        parent?.type === 'listItem'
      )
        return
      const figure: Figure = { type: 'figure', children: [only], position: node.position }
      parent?.children.splice(index, 1, figure as never)
    })
  },
  importRules: [
    {
      type: 'figure',
      $import: (node: Figure, context) =>
        $createFigureNode(pictureOf(node.children[0], context.getDefinition)),
    },
    ...['image', 'imageReference'].map((type) => ({
      type,
      $import: ((node, context) =>
        $setState(
          $createImageNode(pictureOf(node, context.getDefinition)),
          surroundingFormatState,
          context.format,
        )) satisfies NonNullable<MarkdownRules['importRules']>[number]['$import'],
    })),
  ],
  exportRules: [
    {
      type: 'figure',
      $export: (node) =>
        $isFigureNode(node) ? { type: 'paragraph', children: [written(node.getPicture())] } : null,
    },
    { type: 'image', $export: (node) => ($isImageNode(node) ? written(node.getPicture()) : null) },
  ],
}
