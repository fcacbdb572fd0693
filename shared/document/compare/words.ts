import type { Element, ElementContent } from 'hast'

/** In which of the two versions a stretch of a marked article is read. */
export interface Standing {
  readonly original: boolean
  readonly accepted: boolean
}

export type ChangeElement = Element & { readonly tagName: 'ins' | 'del' }

export interface Visitor {
  /** A text, and where it stands in each version's words. */
  text?(node: ElementContent & { type: 'text' }, standing: Standing): void
  /** A mark is left; `own` is what it stood in its version's words. */
  change?(node: ChangeElement, own: { readonly start: number; readonly end: number }): void
}

/** The words of both versions of a marked article: what is between blocks is a line's end. */
export interface BothTexts {
  readonly original: string
  readonly accepted: string
}

export function classesIn(node: Element): readonly string[] {
  const { className } = node.properties
  return Array.isArray(className) ? className.map(String) : []
}

export function isChangeElement(node: Element): node is ChangeElement {
  return /^(?:ins|del)$/.test(node.tagName) && classesIn(node).includes('change')
}

const INLINE =
  /^(?:a|abbr|b|br|cite|code|del|em|i|img|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var)$/

export function isInline({ tagName }: Element): boolean {
  return INLINE.test(tagName)
}

/** Reads a marked article as both of its versions. */
export function readMarked(nodes: readonly ElementContent[], visitor: Visitor = {}): BothTexts {
  const texts = { original: '', accepted: '' }

  function add(value: string, standing: Standing): void {
    if (standing.original) texts.original += value
    if (standing.accepted) texts.accepted += value
  }

  function visit(node: ElementContent, standing: Standing): void {
    if (node.type === 'text') {
      visitor.text?.(node, standing)
      add(node.value, standing)
      return
    }
    if (node.type !== 'element') return
    const within = standingIn(node, standing)
    const side = node.tagName === 'del' ? 'original' : 'accepted'
    const start = texts[side].length
    for (const child of node.children) visit(child, within)
    if (isChangeElement(node)) visitor.change?.(node, { start, end: texts[side].length })
    if (!isInline(node)) add('\n', within)
  }

  for (const node of nodes) visit(node, { original: true, accepted: true })
  return texts
}

/** In which versions what an element holds is read. */
export function standingIn(node: Element, standing: Standing): Standing {
  const { original, accepted } = standing
  if (isChangeElement(node)) {
    return node.tagName === 'ins' ? { original: false, accepted } : { original, accepted: false }
  }
  const classes = classesIn(node)
  // Its words of before are told where it was.
  if (classes.includes('is-moved') || classes.includes('is-inserted')) {
    return { original: false, accepted }
  }
  const isGone = classes.includes('is-moved-away') || classes.includes('is-deleted')
  return isGone ? { original, accepted: false } : standing
}
