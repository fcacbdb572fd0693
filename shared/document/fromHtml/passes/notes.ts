import type { Element, ElementContent, Root } from 'hast'
import { attribute, changeElements, element, elementsIn, isBlank, isElement, textIn } from '../tree'

const MARK = /^[[(]?\s*(?:\d{1,3}|[ivxlc]{1,6}|[a-z]|[*†‡§]{1,3})\s*[\])]?$/i

function namesOf(node: Element): readonly string[] {
  return [attribute(node, 'id'), attribute(node, 'name')].filter((name) => name !== '')
}

function targetOf(node: Element): string {
  const href = attribute(node, 'href')
  const hash = href.indexOf('#')
  if (node.tagName !== 'a' || hash < 0) return ''
  try {
    return decodeURIComponent(href.slice(hash + 1))
  } catch {
    return href.slice(hash + 1)
  }
}

interface Note {
  readonly label: string
  readonly reference: string
  readonly target: string
}

/**
 * Pairs of links that lead to each other, the first of them a number: that is how Word, LibreOffice,
 * Google Docs, WordPress and Substack all write footnotes.
 */
function notesIn(tree: Root): readonly Note[] {
  const all = elementsIn(tree)
  const position = new Map<string, number>()
  all.forEach((node, index) => {
    for (const name of namesOf(node)) if (!position.has(name)) position.set(name, index)
  })
  // A link's own name, or that of what is right around it, is where the way back leads.
  const around = new Map<Element, readonly string[]>()
  for (const node of all) {
    for (const child of node.children) {
      if (isElement(child))
        around.set(child, [...namesOf(node), ...(around.get(node) ?? []).slice(0, 2)])
    }
  }
  const links = all.filter((node) => targetOf(node) !== '')
  const notes: Note[] = []
  const used = new Set<string>()
  links.forEach((link) => {
    const target = targetOf(link)
    const own = [
      ...namesOf(link),
      ...(around.get(link) ?? []),
      ...elementsIn(link).flatMap(namesOf),
    ]
    const at = position.get(target)
    if (used.has(target) || at === undefined || at < all.indexOf(link)) return
    if (!MARK.test(textIn(link).trim())) return
    const back = links.find((other) => own.includes(targetOf(other)) && other !== link)
    if (back === undefined) return
    used.add(target)
    notes.push({ label: String(notes.length + 1), reference: target, target: targetOf(back) })
  })
  return notes
}

/** Marks footnotes for the writer of Markdown: `footnote-ref` and `footnote` elements with a label. */
export function readNotes(tree: Root): Root {
  const notes = notesIn(tree)
  if (notes.length === 0) return tree
  const byReference = new Map(notes.map((note) => [note.reference, note]))
  const byBack = new Map(notes.map((note) => [note.target, note]))
  const definitions: Element[] = []

  /** The note whose body an element is: it, or a child of it, has the name and the way back. */
  const noteOf = (node: Element): Note | null => {
    if (!isElement(node, 'li', 'p', 'div', 'aside', 'section', 'dd')) return null
    const inside = [node, ...elementsIn(node)]
    const backs = inside
      .map((each) => byBack.get(targetOf(each)))
      .filter((note) => note !== undefined)
    const [only] = backs
    if (only === undefined || new Set(backs).size > 1) return null
    return inside.some((each) => namesOf(each).includes(only.reference)) ? only : null
  }

  const collect = (parent: Root | Element): void => {
    parent.children = parent.children.filter((child) => {
      if (!isElement(child)) return true
      const note = noteOf(child)
      if (note === null) {
        collect(child)
        return !isElement(child, 'ol', 'ul') || child.children.some((each) => !isBlank(each))
      }
      definitions.push(element('footnote', bodyOf(child, byBack), { label: note.label }))
      return false
    }) as ElementContent[]
  }

  const marked = changeElements(tree, (node) => {
    const note = node.tagName === 'a' ? byReference.get(targetOf(node)) : undefined
    if (note !== undefined && MARK.test(textIn(node).trim())) {
      return element('footnote-ref', [], { label: note.label })
    }
    if (node.tagName === 'sup' || (node.tagName === 'span' && node.children.length === 1)) {
      const [only, ...rest] = node.children.filter(
        (child) => !isBlank(child) || isElement(child, 'footnote-ref'),
      )
      if (rest.length === 0 && isElement(only, 'footnote-ref')) return only
    }
    return node
  })
  collect(marked)
  return { ...marked, children: [...marked.children, ...definitions] }
}

/** A note's words without its number and the arrow back. */
function bodyOf(node: Element, byBack: ReadonlyMap<string, Note>): readonly ElementContent[] {
  const { children } = changeElements(node, (each) => {
    if (byBack.has(targetOf(each))) return []
    return each.tagName === 'sup' && isBlank(each) ? [] : each
  })
  const inner = children.filter((child) => !isBlank(child))
  const [only, ...rest] = inner
  if (rest.length === 0 && isElement(only, 'p')) return [element('p', trimStart(only.children))]
  return inner.some((child) => isElement(child, 'p', 'div', 'ul', 'ol'))
    ? inner
    : [element('p', trimStart(children))]
}

function trimStart(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const [first, ...rest] = nodes
  if (first === undefined) return []
  if (isBlank(first) && first.type === 'text') return trimStart(rest)
  return first.type === 'text'
    ? [{ ...first, value: first.value.replace(/^[\s\u00a0.\])]+/, '') }, ...rest]
    : nodes
}
