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

  function removeAbsent(parts: readonly Part[]): void {
    const present = new Set(parts.map((part) => part.key))
    for (const [key, { nodes }] of shown) {
      if (present.has(key)) continue
      for (const node of nodes) node.remove()
      shown.delete(key)
    }
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
    removeAbsent(parts)
    let next = article.firstChild
    for (const part of parts) {
      const old = shown.get(part.key)
      if (old && sameValues(old.madeFrom, part.madeFrom)) {
        next = place(old.nodes, next)
        continue
      }
      // A node that is about to be replaced must not be the mark for what comes after it.
      next = old ? place(old.nodes, next) : next
      const now = old ? redrawPart(old, part) : drawPart(part)
      shown.set(part.key, now)
      next = old ? afterAll(now, next) : place(now.nodes, next)
      yield
    }
    shown = new Map(
      parts.flatMap(({ key }) => {
        const entry = shown.get(key)
        return entry ? [[key, entry] as const] : []
      }),
    )
  }

  /** After a redraw, nodes that were added are not on the page yet. */
  function afterAll({ nodes }: Shown, next: ChildNode | null): ChildNode | null {
    for (const node of nodes) if (!node.isConnected) article.insertBefore(node, next)
    return next
  }

  return {
    steps,
    nodesOf: (key) => shown.get(key)?.nodes ?? [],
    keyOf: (node) => keys.get(node) ?? null,
  }
}
