import type { List, ListItem, Node, Parents, Root } from 'mdast'
import { visit } from 'unist-util-visit'

declare module 'mdast' {
  interface ListData {
    /** `-`, `*`, `+`, or what follows an ordered list's numbers. */
    marker?: string
    /** Whether the second number repeats the first (`1.` `1.` `1.`). */
    repeatsNumber?: boolean
    /** Kept as written, because the editor has no such list. */
    verbatim?: boolean
  }
}

/** Keeps two lists apart that stand next to each other in the file; see `ListGapNode`. */
interface ListGap extends Node {
  type: 'listGap'
}

declare module 'mdast' {
  interface BlockContentMap {
    listGap: ListGap
  }
  interface RootContentMap {
    listGap: ListGap
  }
}

/** What an item may hold besides paragraphs and lists is kept verbatim inside the item. */
const REPRESENTED = new Set(['paragraph', 'list'])

/** Notes how each list is written, and marks what the editor keeps verbatim. */
export function prepareLists(tree: Root, source: string): void {
  visit(tree, 'list', (list) => {
    list.data = { ...list.data, ...styleOf(list, source) }
    // An ordered list with boxes: the editor's boxes are a kind of list of their own.
    if (list.ordered && list.children.some((item) => typeof item.checked === 'boolean')) {
      list.data.verbatim = true
    }
    for (const item of list.children) prepareItem(item)
  })
  visit(tree, (node) => {
    if ('children' in node && node.type !== 'listItem') partLists(node)
  })
}

function partLists(parent: Parents): void {
  for (let index = parent.children.length - 1; index > 0; index--) {
    const isBetweenLists =
      parent.children[index]?.type === 'list' && parent.children[index - 1]?.type === 'list'
    if (isBetweenLists) parent.children.splice(index, 0, { type: 'listGap' } as never)
  }
}

function prepareItem(item: ListItem): void {
  const lastText = item.children.findLastIndex((child) => child.type !== 'list')
  item.children.forEach((child, index) => {
    // A nested list is shown after its item's text; one that stands before text is kept in place.
    const isBeforeText = child.type === 'list' && index < lastText
    if (!REPRESENTED.has(child.type) || isBeforeText) child.data = { ...child.data, verbatim: true }
  })
}

function styleOf(
  list: List,
  source: string,
): { readonly marker: string; readonly repeatsNumber: boolean } {
  const written = list.children.map((item) => {
    const start = item.position?.start.offset
    return start === undefined ? null : /^(\d*)([-*+.)])/.exec(source.slice(start, start + 12))
  })
  const [first, second] = written
  return {
    marker: first?.[2] ?? '',
    repeatsNumber: list.ordered === true && first !== undefined && first?.[1] === second?.[1],
  }
}
