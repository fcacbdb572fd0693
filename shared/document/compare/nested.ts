import type { Element, ElementContent } from 'hast'
import { attributionOf, type Change, type ReviewNode } from '../../review'

/** Words that one person put in and another takes out again: in neither text, but both are to be told. */
export interface NestedDeletion {
  readonly node: ReviewNode
  readonly author: string | null
  readonly time: string | null
  readonly start: number
  readonly end: number
}

export interface Unnested {
  /** The review with such words put in and not taken out. */
  readonly nodes: readonly ReviewNode[]
  /** Where they stand in its accepted text. */
  readonly deletions: readonly NestedDeletion[]
}

/** `skipped` are left out of both texts, as they are. */
export function unnest(
  nodes: readonly ReviewNode[],
  skipped: ReadonlySet<ReviewNode> = new Set(),
): Unnested {
  const deletions: NestedDeletion[] = []
  let offset = 0

  function shown(level: readonly ReviewNode[], isIn: boolean): readonly ReviewNode[] {
    return level.flatMap((node): readonly ReviewNode[] => {
      switch (node.kind) {
        case 'text':
          offset += node.text.length
          return [node]
        case 'comment':
          return [node]
        case 'highlight':
          return [{ ...node, children: shown(node.children, isIn) }]
        case 'insertion':
          return [{ ...node, children: shown(node.children, true) }]
        case 'deletion':
          return isIn && !skipped.has(node)
            ? [...taken(node, node.children), ...said(node.comments)]
            : [node]
        case 'substitution': {
          if (!isIn || skipped.has(node)) return [{ ...node, now: shown(node.now, true) }]
          const old = taken(node, node.old)
          const { now, comments } = node
          if (now.length === 0) return [...old, ...said(comments)]
          return [
            ...old,
            { kind: 'insertion', form: 'plain', children: shown(now, true), comments },
          ]
        }
        default:
          return []
      }
    })
  }

  function taken(node: Change, level: readonly ReviewNode[]): readonly ReviewNode[] {
    const start = offset
    const children = shown(level, true)
    deletions.push({ node, ...attributionOf(node.comments), start, end: offset })
    return children
  }

  return { nodes: shown(nodes, false), deletions }
}

/** What was answered to a change stays where the change is no node of its own. */
function said(comments: readonly string[]): readonly ReviewNode[] {
  const rest = comments.slice(1)
  return rest.length === 0 ? [] : [{ kind: 'comment', comments: rest }]
}

/** Those of which some word was not `told`: it was taken for one that both texts have. */
export function untold(
  deletions: readonly NestedDeletion[],
  text: string,
  told: ReadonlyMap<ReviewNode, string>,
): ReadonlySet<ReviewNode> {
  const letters = (words: string): string => words.replace(/[^\p{L}\p{N}]+/gu, '')
  return new Set(
    deletions
      .filter(({ node, start, end }) => {
        return letters(told.get(node) ?? '') !== letters(text.slice(start, end))
      })
      .map(({ node }) => node),
  )
}

/** Until all is in its place, such words count among those that are there. */
export function nestedMark(properties: Element['properties'], child: ElementContent): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { ...properties, dataNested: '' },
    children: [child],
  }
}

/** The marks of such words as what they are: a deletion within an insertion. */
export function withNestedMarks(element: Element): Element {
  const children = element.children.map(
    (child): ElementContent => (child.type === 'element' ? withNestedMarks(child) : child),
  )
  const { dataNested, ...properties } = element.properties
  return dataNested === undefined
    ? { ...element, children }
    : { ...element, tagName: 'del', properties: { ...properties, className: ['change'] }, children }
}
