import type { Element, ElementContent } from 'hast'
import type { ArticleContent } from '../content'
import { renderArticle } from '../html'
import { columns, rowsOf } from './shapes/bare'
import { classesOf, elementsIn, embedIn, find, isElement, textOf } from './shapes/tree'

function words(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node): string => {
      if (node.type === 'text') return node.value.replace(/\s+/g, ' ')
      if (node.type !== 'element') return ''
      const { tagName, properties } = node
      if (tagName === 'br') return '\n'
      if (tagName === 'img') return typeof properties.alt === 'string' ? properties.alt : ''
      if (properties.role === 'doc-backlink') return ''
      if (properties.role === 'doc-noteref') return `[${words(node.children)}]`
      return words(node.children)
    })
    .join('')
}

function indented(text: string, first: string, rest = ' '.repeat(first.length)): string {
  return text
    .split('\n')
    .map((each, index) => (each === '' && index > 0 ? '' : `${index === 0 ? first : rest}${each}`))
    .join('\n')
}

function itemText(node: Element): string {
  const parts: string[] = []
  let run: ElementContent[] = []
  const end = () => {
    const text = words(run).trim()
    if (text !== '') parts.push(text)
    run = []
  }
  for (const child of node.children) {
    if (isElement(child, 'p', 'ul', 'ol', 'blockquote', 'pre', 'table', 'figure')) {
      end()
      parts.push(blockText(child))
    } else run.push(child)
  }
  end()
  return parts.join('\n')
}

function listText(node: Element): string {
  const start = typeof node.properties.start === 'number' ? node.properties.start : 1
  return elementsIn(node)
    .map((item, index) => {
      const mark = node.tagName === 'ol' ? `${start + index}. ` : '- '
      return indented(itemText(item), classesOf(item).includes('task') ? '' : mark)
    })
    .join('\n')
}

function figureText(node: Element): string {
  const image = find(node, 'img')
  const caption = find(node, 'figcaption')
  const below = caption ? words(caption.children).trim() : ''
  const quote = find(node, 'blockquote')
  if (quote)
    return [blockText(quote), indented(below, '  ')].filter((each) => each.trim() !== '').join('\n')
  const alt = image && typeof image.properties.alt === 'string' ? image.properties.alt : ''
  return `[${[alt, below].filter((each) => each !== '').join(' — ') || 'Picture'}]`
}

function blockText(node: Element): string {
  switch (node.tagName) {
    case 'ul':
    case 'ol':
      return listText(node)
    case 'table':
      return columns(rowsOf(node))
    case 'pre':
      return textOf(node).replace(/\n$/, '')
    case 'hr':
      return '* * *'
    case 'figure':
      return figureText(node)
    case 'blockquote':
      return indented(blocksText(node), '  ', '  ')
    case 'header':
    case 'aside':
    case 'section':
    case 'details':
    case 'div':
      return blocksText(node)
    default:
      return embedIn(node) ?? words(node.children).trim()
  }
}

function blocksText(node: Element): string {
  return elementsIn(node)
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n\n')
}

/** The article's words without any markup, one block a paragraph. */
export function toPlainText(content: ArticleContent): string {
  const [article] = renderArticle(content).children
  return article?.type === 'element' ? `${blocksText(article)}\n` : ''
}
