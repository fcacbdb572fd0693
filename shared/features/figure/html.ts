import type { Element, ElementContent } from 'hast'
import type { Image, ImageReference, Link, Paragraph } from 'mdast'
import { defaultHandlers, type State } from 'mdast-util-to-hast'
import type { HtmlRules } from '../feature'
import { type Caption, readCaption } from './caption'
import { readWidth, writeWidth } from './width'

type Picture = Image | ImageReference

function isPicture(node: { readonly type: string } | undefined): node is Picture {
  return node?.type === 'image' || node?.type === 'imageReference'
}

/** The picture, or the link around the picture, that is all there is in a paragraph. */
function lonePicture(node: Paragraph): { picture: Picture; link: Link | null } | null {
  const [only, ...rest] = node.children
  if (rest.length > 0 || only === undefined) return null
  if (isPicture(only)) return { picture: only, link: null }
  if (only.type !== 'link' || only.children.length !== 1) return null
  const [inner] = only.children
  return isPicture(inner) ? { picture: inner, link: only } : null
}

function titleOf(state: State, node: Picture): string | null | undefined {
  if (node.type === 'image') return node.title
  return state.definitionById.get(node.identifier.toUpperCase())?.title
}

function addressOf(state: State, node: Picture): string {
  if (node.type === 'image') return node.url
  return state.definitionById.get(node.identifier.toUpperCase())?.url ?? ''
}

/** The picture's title is shown as its caption, so it is no tooltip as well; its width is the figure's class. */
function picture(state: State, node: Picture): ElementContent[] {
  if (node.type === 'image') {
    const url = writeWidth(node.url, 'text')
    return [defaultHandlers.image(state, { ...node, url, title: null })]
  }
  const definition = state.definitionById.get(node.identifier.toUpperCase())
  if (!definition) return [defaultHandlers.imageReference(state, node)].flat()
  const url = writeWidth(definition.url, 'text')
  return [defaultHandlers.image(state, { type: 'image', url, alt: node.alt })]
}

function figcaption({ caption, credit }: Caption): Element | null {
  const children: ElementContent[] = []
  if (caption !== '') children.push({ type: 'text', value: credit ? `${caption} ` : caption })
  if (credit !== '') {
    children.push({
      type: 'element',
      tagName: 'span',
      properties: { className: ['credit'] },
      children: [{ type: 'text', value: credit }],
    })
  }
  if (children.length === 0) return null
  return { type: 'element', tagName: 'figcaption', properties: {}, children }
}

/** A picture alone in its paragraph is a figure; any other paragraph stays one. */
function paragraph(state: State, node: Paragraph): Element {
  const lone = lonePicture(node)
  if (!lone) return defaultHandlers.paragraph(state, node)
  const content = picture(state, lone.picture)
  if (content.every((each) => each.type !== 'element')) {
    return defaultHandlers.paragraph(state, node)
  }
  const shown = lone.link
    ? [{ ...defaultHandlers.link(state, { ...lone.link, children: [] }), children: content }]
    : content
  const width = readWidth(addressOf(state, lone.picture))
  const under = figcaption(readCaption(titleOf(state, lone.picture)))
  return {
    type: 'element',
    tagName: 'figure',
    properties: width === 'text' ? {} : { className: [width] },
    children: state.wrap(under ? [...shown, under] : shown, true),
  }
}

export const html: HtmlRules = {
  handlers: { paragraph },
  allow: {
    tagNames: ['img', 'figure', 'figcaption', 'span'],
    attributes: {
      img: ['src', 'alt', 'title', ['width', /^\d{1,4}$/], ['height', /^\d{1,4}$/]],
      span: [['className', 'credit']],
      figure: [['className', 'wide', 'full']],
    },
    protocols: { src: ['http', 'https', 'data'] },
  },
}
