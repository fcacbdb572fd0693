import type { Element as Drawing } from 'hast'
import type { Part } from '../../shared/document/html'
import type { Pen } from './draw'

/** A piece of the article as it is on the page now. */
interface Shown {
  readonly key: string
  readonly madeFrom: readonly unknown[]
  readonly drawings: readonly Drawing[]
  readonly nodes: readonly Element[]
}

function sameValues(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index])
}

/** The pieces of an article on a page, each under its key. */
export interface ShownParts {
  /**
   * Brings the page to `parts`, one changed piece a step; whoever runs it may pause between steps
   * or give up and start another one, which goes on from what is there.
   */
  steps(parts: readonly Part[]): Generator<void, void, void>
  /** What shows a piece, in order; nothing for one that is not on the page. */
  nodesOf(key: string): readonly Element[]
  keyOf(node: Node): string | null
}

export function createShownParts(article: Element, pen: Pen): ShownParts {
  let shown = new Map<string, Shown>()
  const keys = new WeakMap<Node, string>()
  /** Blocks inside the piece of another one. */
  let holders = new Map<string, string>()

  function drawPart({ key, madeFrom, render }: Part): Shown {
    const drawings = render()
    const nodes = drawings.map((drawing) => pen.draw(drawing))
    for (const node of nodes) keys.set(node, key)
    return { key, madeFrom, drawings, nodes }
  }

  function redrawPart(old: Shown, { key, madeFrom, render }: Part): Shown {
    const drawings = render()
    const nodes = drawings.map((drawing, index) => {
      const [node, before] = [old.nodes[index], old.drawings[index]]
      return node && before ? pen.redraw(node, before, drawing) : pen.draw(drawing)
    })
    for (const node of nodes) keys.set(node, key)
    for (const node of old.nodes) if (!nodes.includes(node)) node.remove()
    return { key, madeFrom, drawings, nodes }
  }

  function remove(key: string): void {
    for (const node of shown.get(key)?.nodes ?? []) node.remove()
    shown.delete(key)
  }

  /** Puts the piece's nodes where `before` stands; returns what comes after them. */
  function place(nodes: readonly Element[], before: ChildNode | null): ChildNode | null {
    let next = before
    for (const node of nodes) {
      if (node === next) next = next.nextSibling
      else article.insertBefore(node, next)
    }
    return next
  }

  function* steps(parts: readonly Part[]): Generator<void, void, void> {
    const present = new Set(parts.map((part) => part.key))
    holders = new Map(
      parts.flatMap(({ key, holds = [] }) => holds.map((held) => [held, key] as const)),
    )
    /** The key of a piece that is gone, if one still stands here. */
    const goneAt = (node: ChildNode | null): string | null => {
      const key = node ? (keys.get(node) ?? null) : null
      return key === null || present.has(key) ? null : key
    }
    const past = (key: string) => shown.get(key)?.nodes.at(-1)?.nextSibling ?? null
    function pastGone(node: ChildNode | null): ChildNode | null {
      let next = node
      for (let gone = goneAt(next); gone !== null; gone = goneAt(next)) next = past(gone)
      return next
    }
    function replaceGone(node: ChildNode | null): ChildNode | null {
      const gone = goneAt(node)
      if (gone === null) return node
      const next = past(gone)
      remove(gone)
      return next
    }

    let next = article.firstChild
    for (const part of parts) {
      const old = shown.get(part.key)
      if (old === undefined) {
        const now = drawPart(part)
        shown.set(part.key, now)
        // One goes for each that comes, the others at the end: a page that changes as a whole is
        // never empty meanwhile.
        next = replaceGone(place(now.nodes, next))
        yield
        continue
      }
      next = place(old.nodes, pastGone(next))
      if (sameValues(old.madeFrom, part.madeFrom)) continue
      const now = redrawPart(old, part)
      shown.set(part.key, now)
      next = afterAll(now, next)
      yield
    }
    for (const key of [...shown.keys()]) if (!present.has(key)) remove(key)
    shown = new Map(
      parts.flatMap(({ key }) => {
        const entry = shown.get(key)
        return entry ? [[key, entry] as const] : []
      }),
    )
  }

  /** After a redraw, nodes that were added are not on the page yet. */
  function afterAll({ nodes }: Shown, next: ChildNode | null): ChildNode | null {
    for (const node of nodes) if (node.parentNode === null) article.insertBefore(node, next)
    return next
  }

  return {
    steps,
    nodesOf: (key) => shown.get(holders.get(key) ?? key)?.nodes ?? [],
    keyOf: (node) => keys.get(node) ?? null,
  }
}
