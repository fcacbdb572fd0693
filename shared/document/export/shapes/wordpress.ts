import type { Element, ElementContent } from 'hast'
import { element } from '../../html/element'
import { classesOf, comment, elementsIn, find, line, named, nameIn } from './tree'

/** A block between the comments by which WordPress knows it. */
function wrapped(name: string, node: Element, attributes = ''): ElementContent[] {
  return [
    comment(` wp:${name}${attributes === '' ? '' : ` ${attributes}`} `),
    line,
    node,
    line,
    comment(` /wp:${name} `),
    line,
  ]
}

function withClass(node: Element, ...names: readonly string[]): Element {
  return { ...node, properties: { ...node.properties, className: [...names] } }
}

function heading(node: Element): ElementContent[] {
  const level = Number(node.tagName[1])
  // Level 2 is what WordPress takes a heading for that says nothing.
  const attributes = level === 2 ? '' : JSON.stringify({ level })
  return wrapped('heading', withClass(node, 'wp-block-heading'), attributes)
}

function list(node: Element): ElementContent[] {
  const items = elementsIn(node).flatMap((item) => {
    const children = item.children.flatMap((child): ElementContent[] => {
      const inner = named(child, 'ul', 'ol')
      return inner ? [line, ...list(inner)] : (named(child, 'p')?.children ?? [child])
    })
    return wrapped('list-item', element('li', {}, children))
  })
  const { start } = node.properties
  const attributes = {
    ...(node.tagName === 'ol' ? { ordered: true } : {}),
    ...(typeof start === 'number' ? { start } : {}),
  }
  return wrapped(
    'list',
    { ...withClass(node, 'wp-block-list'), children: [line, ...items] },
    Object.keys(attributes).length === 0 ? '' : JSON.stringify(attributes),
  )
}

function quote(words: Element, by: readonly ElementContent[]): ElementContent[] {
  const children = blocksOf(words.children)
  return wrapped(
    'quote',
    element('blockquote', { className: ['wp-block-quote'] }, [
      line,
      ...children,
      ...(by.length === 0 ? [] : [element('cite', {}, by), line]),
    ]),
  )
}

function pullQuote(node: Element): ElementContent[] {
  const words = find(node, 'blockquote')
  const by = nameIn(node)
  if (!words) return []
  const children = [...words.children, ...(by.length > 0 ? [element('cite', {}, by)] : [])]
  return wrapped(
    'pullquote',
    element('figure', { className: ['wp-block-pullquote'] }, [element('blockquote', {}, children)]),
  )
}

function figure(node: Element): ElementContent[] {
  const children = node.children
    .filter((child) => child.type === 'element')
    .map((child) =>
      child.tagName === 'figcaption' ? withClass(child, 'wp-element-caption') : child,
    )
  return wrapped('image', { ...withClass(node, 'wp-block-image'), children })
}

function block(node: Element): ElementContent[] {
  const { tagName } = node
  if (/^h[1-6]$/.test(tagName)) return heading(node)
  if (classesOf(node).includes('quotation')) {
    const words = find(node, 'blockquote')
    if (words) return quote(words, nameIn(node))
  }
  switch (tagName) {
    case 'header':
      return []
    case 'p':
      return wrapped('paragraph', node)
    case 'ul':
    case 'ol':
      return list(node)
    case 'aside':
      return find(node, 'blockquote') ? pullQuote(node) : blocksOf(node.children)
    case 'blockquote':
      return quote(node, [])
    case 'figure':
      return find(node, 'img') ? figure(node) : wrapped('html', node)
    case 'table':
      return wrapped('table', element('figure', { className: ['wp-block-table'] }, [node]))
    case 'pre':
      return wrapped('code', withClass(node, 'wp-block-code'))
    case 'hr':
      return wrapped(
        'separator',
        withClass(node, 'wp-block-separator', 'has-alpha-channel-opacity'),
      )
    default:
      return wrapped('html', node)
  }
}

function blocksOf(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) => (node.type === 'element' ? block(node) : []))
}

/** The article's body as WordPress keeps it: every block between comments that name it. */
export const toWordpress = blocksOf
