import type { Element, ElementContent } from 'hast'
import { element } from '../../html/element'
import { addressLink, classesOf, elementsIn, embedIn, find, isElement, named, textOf } from './tree'

/** What a place that takes pasted HTML can keep. */
export interface BareShape {
  /** Level of a heading, from 1, to the level it gets. */
  readonly headings: readonly [number, number, number, number, number, number]
  readonly tables: 'keep' | 'lines' | 'preformatted'
  readonly nestedLists: 'keep' | 'flat'
}

/** Said once for each kind of thing that the place cannot keep. */
export type Lost = (sentence: string) => void

const KEPT = new Set(['href', 'src', 'alt', 'start', 'colSpan', 'rowSpan', 'dateTime'])

function rowsOf(table: Element): readonly (readonly string[])[] {
  const rows: string[][] = []
  const walk = (node: Element): void => {
    if (node.tagName === 'tr') {
      rows.push(elementsIn(node).map((cell) => textOf(cell).replace(/\s+/g, ' ').trim()))
    } else elementsIn(node).forEach(walk)
  }
  walk(table)
  return rows
}

/** Columns under each other, as in a typewritten page. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows) {
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, [...cell].length)
    })
  }
  return rows
    .map((row) =>
      row
        .map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - [...cell].length))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export { rowsOf }

/** Turns the page's HTML into what a place keeps when it is pasted there: no classes, ids or roles. */
export function toBare(nodes: readonly ElementContent[], shape: BareShape, lost: Lost): Element[] {
  const inline = (children: readonly ElementContent[]): ElementContent[] =>
    children.flatMap((child) => {
      if (child.type === 'text') return [child]
      if (child.type !== 'element') return []
      if (child.properties.role === 'doc-backlink') return []
      if (child.properties.role === 'doc-noteref') return inline(child.children)
      if (child.tagName === 'span' || (child.tagName === 'a' && !child.properties.href)) {
        return inline(child.children)
      }
      return [plain(child, inline(child.children))]
    })

  function plain(node: Element, children: readonly ElementContent[]): Element {
    const properties = Object.entries(node.properties).filter(([name]) => KEPT.has(name))
    return element(node.tagName, Object.fromEntries(properties), children)
  }

  function table(node: Element): Element[] {
    if (shape.tables === 'keep') return [deep(node)]
    lost('It has no tables: each became lines of text.')
    const rows = rowsOf(node)
    if (shape.tables === 'preformatted') return [element('pre', {}, [columns(rows)])]
    return rows.map((row, index) => {
      const words = row.filter((cell) => cell !== '').join(' · ')
      return element('p', {}, index === 0 ? [element('strong', {}, [words])] : [words])
    })
  }

  function deep(node: Element): Element {
    const children = node.children.flatMap((child): ElementContent[] =>
      isElement(child, 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td')
        ? [deep(child)]
        : inline([child]),
    )
    return plain(node, children)
  }

  function list(node: Element): Element[] {
    const after: Element[] = []
    const items = elementsIn(node).map((item) => {
      const children = item.children.flatMap((child): ElementContent[] => {
        const inner = named(child, 'ul', 'ol')
        if (!inner) return inline(named(child, 'p')?.children ?? [child])
        if (shape.nestedLists === 'keep') return list(inner)
        lost('It has no lists within lists: they became one.')
        after.push(...list(inner).flatMap(elementsIn))
        return []
      })
      return [element('li', {}, children), ...after.splice(0)]
    })
    return [plain(node, items.flat())]
  }

  function quotation(node: Element): Element[] {
    const quote = find(node, 'blockquote')
    const by = find(node, 'figcaption')
    const words = quote ? blocks(quote.children) : []
    return [
      element('blockquote', {}, [...words, ...(by ? [element('p', {}, inline(by.children))] : [])]),
    ]
  }

  function heading(node: Element): Element[] {
    const level = Number(node.tagName[1])
    const to = shape.headings[level - 1] ?? level
    if (to !== level) lost('Its headings have fewer sizes: some were changed.')
    return [element(`h${to}`, {}, inline(node.children))]
  }

  function figure(node: Element): Element[] {
    if (classesOf(node).includes('quotation')) return quotation(node)
    const children = node.children.flatMap((child) => {
      const caption = named(child, 'figcaption')
      return caption ? [plain(caption, inline(caption.children))] : inline([child])
    })
    return [
      element(
        'figure',
        {},
        children.filter((child) => isElement(child)),
      ),
    ]
  }

  function block(node: Element): Element[] {
    const { tagName } = node
    if (/^h[1-6]$/.test(tagName)) return heading(node)
    switch (tagName) {
      case 'table':
        return table(node)
      case 'ul':
      case 'ol':
        return list(node)
      case 'blockquote':
        return [element('blockquote', {}, blocks(node.children))]
      case 'figure':
        return figure(node)
      case 'section':
        return [element('hr', {}), ...blocks(node.children)]
      case 'pre':
        return [plain(node, node.children)]
      case 'aside':
      case 'details':
      case 'div':
        return blocks(node.children)
      case 'summary':
        return [element('p', {}, [element('strong', {}, inline(node.children))])]
      case 'header':
        return []
      case 'p': {
        const address = embedIn(node)
        return [plain(node, address === null ? inline(node.children) : [addressLink(address)])]
      }
      default:
        return [plain(node, inline(node.children))]
    }
  }

  function blocks(children: readonly ElementContent[]): Element[] {
    return children.flatMap((child) => (child.type === 'element' ? block(child) : []))
  }

  return blocks(nodes)
}
