import type { Element, ElementContent } from 'hast'
import { element } from '../../html/element'
import { classesOf, comment, elementsIn, embedIn, find, line, named, nameIn } from './tree'

/** As WordPress itself writes them: nothing in them can end the comment. */
function inComment(attributes: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(attributes)
    .replaceAll('--', '\\u002d\\u002d')
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
}

/** A block between the comments by which WordPress knows it. */
function wrapped(
  name: string,
  node: Element,
  attributes: Readonly<Record<string, unknown>> = {},
): ElementContent[] {
  const written = Object.keys(attributes).length === 0 ? '' : ` ${inComment(attributes)}`
  return [comment(` wp:${name}${written} `), line, node, line, comment(` /wp:${name} `), line]
}

function withClass(node: Element, ...names: readonly string[]): Element {
  return { ...node, properties: { ...node.properties, className: [...names] } }
}

function heading(node: Element): ElementContent[] {
  const level = Number(node.tagName[1])
  // Level 2 is what WordPress takes a heading for that says nothing.
  return wrapped('heading', withClass(node, 'wp-block-heading'), level === 2 ? {} : { level })
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
  return wrapped(
    'list',
    { ...withClass(node, 'wp-block-list'), children: [line, ...items] },
    {
      ...(node.tagName === 'ol' ? { ordered: true } : {}),
      ...(typeof start === 'number' ? { start } : {}),
    },
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
  const align = classesOf(node).find((name) => name === 'wide' || name === 'full')
  const classes = ['wp-block-image', ...(align === undefined ? [] : [`align${align}`])]
  return wrapped(
    'image',
    { ...withClass(node, ...classes), children },
    align === undefined ? {} : { align },
  )
}

/** WordPress fetches what stands at the address, and shows it. */
function embed(url: string): ElementContent[] {
  const inside = element('div', { className: ['wp-block-embed__wrapper'] }, [`\n${url}\n`])
  return wrapped('embed', element('figure', { className: ['wp-block-embed'] }, [inside]), { url })
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
    case 'p': {
      const address = embedIn(node)
      return address === null ? wrapped('paragraph', node) : embed(address)
    }
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
