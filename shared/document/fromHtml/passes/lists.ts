import type { Element, ElementContent, Root } from 'hast'
import {
  attribute,
  changeChildren,
  changeElements,
  element,
  hasClass,
  holdsBlocks,
  isBlank,
  isElement,
  textIn,
} from '../tree'

const isList = (node: ElementContent | undefined): node is Element => isElement(node, 'ul', 'ol')

/** A list right inside a list belongs to the item before it; Google Docs and old editors write it so. */
export function adoptLooseLists(tree: Root): Root {
  return changeElements(tree, (node) => {
    if (!isList(node)) return node
    const children: ElementContent[] = []
    for (const child of node.children) {
      const last = children.findLast((each) => isElement(each, 'li'))
      if (isList(child) && isElement(last, 'li')) last.children = [...last.children, child]
      else if (isList(child)) children.push(...child.children)
      else children.push(child)
    }
    return { ...node, children }
  })
}

function levelOf(list: Element): number | null {
  const items = list.children.filter((child) => isElement(child, 'li'))
  const levels = items.map((item) => Number(attribute(item, 'dataAriaLevel')))
  const [level] = levels
  return items.length === 1 && level !== undefined && level > 0 ? level : null
}

interface Open {
  readonly level: number
  readonly list: Element
}

/** Puts a list of one item where its level belongs; answers it when it starts a list of its own. */
function place(list: Element, level: number, open: Open[]): Element | null {
  while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop()
  const top = open.at(-1)
  if (top?.level === level && top.list.tagName === list.tagName) {
    top.list.children.push(...list.children)
    return null
  }
  if (top?.level === level) open.pop()
  const parent = open.at(-1)?.list.children.findLast((each) => isElement(each, 'li'))
  const placed = { ...list, children: [...list.children] }
  open.push({ level, list: placed })
  if (!isElement(parent, 'li')) return placed
  parent.children.push(placed)
  return null
}

/**
 * Word in the browser writes each item as a list of its own and its level beside it; neighbours are
 * one list, and deeper ones belong to the item before.
 */
export function joinSplitLists(tree: Root): Root {
  const unwrapped = changeElements(tree, (node) =>
    node.tagName === 'div' && hasClass(node, /^ListContainerWrapper$/) ? node.children : node,
  )
  return changeChildren(unwrapped, (children) => {
    const open: Open[] = []
    return children.flatMap((child): readonly ElementContent[] => {
      if (child.type === 'text' && isBlank(child) && open.length > 0) return []
      const level = isList(child) ? levelOf(child) : null
      if (isList(child) && level !== null) {
        const own = place(child, level, open)
        return own === null ? [] : [own]
      }
      open.length = 0
      return [child]
    })
  })
}

/** A paragraph that is all the words of an item makes Markdown's lists needlessly loose. */
export function tightenItems(tree: Root): Root {
  return changeElements(tree, (node) => {
    if (node.tagName !== 'li') return node
    const children = node.children.filter((child) => !(child.type === 'text' && isBlank(child)))
    const paragraphs = children.filter((child) => isElement(child, 'p', 'div'))
    const others = children.filter(
      (child) => !isElement(child, 'p', 'div', 'input') && !isList(child),
    )
    const [first] = paragraphs
    if (first === undefined || paragraphs.length > 1 || others.some((each) => !isBlank(each)))
      return node
    if (!isElement(first) || holdsBlocks(first)) return node
    return {
      ...node,
      children: children.flatMap((each) => (each === first ? first.children : [each])),
    }
  })
}

function checkbox(checked: boolean): Element {
  return element('input', [], { type: 'checkbox', checked })
}

/** Whether an item is a task, and done: by role, by a box of its own, or by `[ ]` before its words. */
function taskOf(
  item: Element,
): { readonly done: boolean; readonly children: ElementContent[] } | null {
  const [first, ...rest] = item.children
  if (attribute(item, 'role') === 'checkbox' || attribute(item, 'ariaChecked') !== '') {
    const words = isElement(first, 'img') ? rest : item.children
    return { done: attribute(item, 'ariaChecked') === 'true', children: [...words] }
  }
  if (isElement(first) && hasClass(first, /^checkbox(?:-o[nf]f?)?$/) && isBlank(first)) {
    return { done: hasClass(first, /^checkbox-on$/), children: rest }
  }
  if (first?.type === 'text') {
    const box = /^\s*\[([ xX])\]\s+/.exec(first.value)
    if (box === null) return null
    const words = { ...first, value: first.value.slice(box[0].length) }
    return { done: box[1] !== ' ', children: [words, ...rest] }
  }
  return null
}

/** Tasks of Google Docs, Notion and Apple Notes as check boxes. Runs before form fields are dropped. */
export function readTasks(tree: Root): Root {
  return changeElements(tree, (node) => {
    if (node.tagName !== 'li') return node
    const task = taskOf(node)
    if (task === null || textIn(node).trim() === '') return node
    return { ...node, children: [checkbox(task.done), ...task.children] }
  })
}
