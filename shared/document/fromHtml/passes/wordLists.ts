import type { Element, ElementContent, Root } from 'hast'
import {
  attribute,
  changeChildren,
  changeElements,
  element,
  elementsIn,
  isBlank,
  isElement,
  styleOf,
  textIn,
} from '../tree'

interface Item {
  readonly list: string
  readonly level: number
  readonly ordered: boolean
  readonly start: number
  readonly children: readonly ElementContent[]
}

/** Which levels of which lists are bulleted, from `@list l0:level1 {mso-level-number-format:bullet}`. */
function bulletedLevels(tree: Root): ReadonlyMap<string, boolean> {
  const levels = new Map<string, boolean>()
  for (const style of elementsIn(tree).filter((node) => node.tagName === 'style')) {
    const rules = textIn(style).matchAll(/@list\s+(l\d+:level\d+)[^{]{0,80}\{([^{}]{0,1000})\}/g)
    for (const [, name = '', body = ''] of rules) {
      levels.set(name, /mso-level-number-format:\s*(?:bullet|image)/.test(body))
    }
  }
  return levels
}

const NUMBER = /^\(?(?:(\d{1,4})|[a-z]{1,5}|[ivxlcdm]{1,8})[.)]/i

/** The marker that Word writes for programs without lists. */
function markerOf(node: Element): string {
  const marker = elementsIn(node).find((each) => styleOf(each).get('mso-list') === 'ignore')
  return marker === undefined
    ? ''
    : textIn(marker)
        .replace(/[\s\u00a0]+/g, ' ')
        .trim()
}

function withoutMarker(node: Element): readonly ElementContent[] {
  const { children } = changeElements(node, (each) =>
    styleOf(each).get('mso-list') === 'ignore' ? [] : each,
  )
  // The marker's wrappers stay behind empty.
  while (children[0] !== undefined && isBlank(children[0])) children.shift()
  return children
}

function itemOf(node: ElementContent, bulleted: ReadonlyMap<string, boolean>): Item | null {
  if (!isElement(node, 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div')) return null
  const style = styleOf(node).get('mso-list') ?? ''
  const match = /^(l\d+)\s+level(\d+)/.exec(style)
  if (match === null) return null
  const [, list = '', level = '1'] = match
  const marker = markerOf(node)
  // A numbered heading has a list of its own and is a heading all the same.
  if (/^h[1-6]$/.test(node.tagName)) return null
  const known = bulleted.get(`${list}:level${level}`)
  const number = NUMBER.exec(marker)
  return {
    list,
    level: Number(level),
    ordered: marker === '' ? known === false : number !== null && marker !== 'o',
    start: Number(number?.[1] ?? 1),
    children: withoutMarker(node),
  }
}

/** Builds the lists of a run of items that stand one after the other. */
export function nest(items: readonly Item[]): readonly Element[] {
  const lists: Element[] = []
  const open: { readonly level: number; readonly list: Element; readonly ordered: boolean }[] = []
  for (const item of items) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > item.level) open.pop()
    const top = open.at(-1)
    const isNew = top === undefined || top.level < item.level || top.ordered !== item.ordered
    if (isNew) {
      if (top?.level === item.level) open.pop()
      const properties = item.ordered && item.start > 1 ? { start: item.start } : {}
      const list = element(item.ordered ? 'ol' : 'ul', [], properties)
      const parent = open.at(-1)?.list.children.at(-1)
      if (isElement(parent, 'li')) parent.children.push(list)
      else lists.push(list)
      open.push({ level: item.level, list, ordered: item.ordered })
    }
    open.at(-1)?.list.children.push(element('li', item.children))
  }
  return lists
}

/** Word's lists are paragraphs with a bullet written before them; this makes them lists. */
export function readWordLists(tree: Root): Root {
  const bulleted = bulletedLevels(tree)
  return changeChildren(tree, (children) => {
    const result: ElementContent[] = []
    let items: Item[] = []
    const close = (): void => {
      result.push(...nest(items))
      items = []
    }
    for (const child of children) {
      const item = itemOf(child, bulleted)
      if (item !== null) items.push(item)
      // Blank text between two items parts nothing.
      else if (items.length === 0 || !(child.type === 'text' && isBlank(child))) {
        close()
        result.push(isElement(child) && /^h[1-6]$/.test(child.tagName) ? plain(child) : child)
      }
    }
    close()
    return result
  })
}

/** The number that Word wrote before a heading belongs to its numbering, not to its words. */
function plain(heading: Element): Element {
  if (!attribute(heading, 'style').includes('mso-list')) return heading
  return { ...heading, children: [...withoutMarker(heading)] }
}
