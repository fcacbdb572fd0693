import type { Definition, FootnoteDefinition, Nodes } from 'mdast'
import type { Block } from '../content'

/** A footnote's text, with the footnotes and the definitions that it refers to itself. */
export interface Note {
  readonly id: string
  readonly definition: FootnoteDefinition
  readonly references: readonly string[]
  readonly uses: ReadonlySet<string>
  /** As deep as the block it stands in. */
  readonly depth: number
}

/** What a block gives to the article around it and takes from it. Ids are in capitals, as GFM compares them. */
export interface BlockFacts {
  /** Footnotes referred to, in order, each as often as it is. */
  readonly references: readonly string[]
  readonly notes: readonly Note[]
  readonly definitions: readonly Definition[]
  /** Link and image definitions used. */
  readonly uses: ReadonlySet<string>
  /** Addresses of the pictures that are named where they stand. */
  readonly pictures: readonly string[]
  /** How many elements lie within each other at the deepest place. */
  readonly depth: number
}

/** What a text refers to: the block's own, or that of a note in it. */
interface Mentions {
  readonly references: string[]
  readonly uses: Set<string>
}

interface Found {
  readonly notes: Omit<Note, 'depth'>[]
  readonly definitions: Definition[]
  readonly pictures: string[]
}

interface Step {
  readonly node: Nodes
  readonly depth: number
  readonly mentions: Mentions
}

/** Notes down what a node says, and returns where its children's mentions belong. */
function look(node: Nodes, mentions: Mentions, found: Found): Mentions {
  switch (node.type) {
    case 'footnoteReference':
      mentions.references.push(node.identifier.toUpperCase())
      return mentions
    case 'linkReference':
    case 'imageReference':
      mentions.uses.add(node.identifier.toUpperCase())
      return mentions
    case 'image':
      found.pictures.push(node.url)
      return mentions
    case 'definition':
      found.definitions.push(node)
      return mentions
    case 'footnoteDefinition': {
      const own: Mentions = { references: [], uses: new Set() }
      found.notes.push({ id: node.identifier.toUpperCase(), definition: node, ...own })
      return own
    }
    default:
      return mentions
  }
}

/** Walks without recursion, for a hostile text may nest deeper than the stack. */
function gather(nodes: readonly Nodes[]): BlockFacts {
  const found: Found = { notes: [], definitions: [], pictures: [] }
  const mentions: Mentions = { references: [], uses: new Set() }
  const steps: Step[] = nodes.toReversed().map((node) => ({ node, depth: 1, mentions }))
  let depth = 0
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { node } = step
    depth = Math.max(depth, step.depth)
    const below = look(node, step.mentions, found)
    if (!('children' in node)) continue
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index]
      if (child) steps.push({ node: child, depth: step.depth + 1, mentions: below })
    }
  }
  const notes = found.notes.map((note) => ({ ...note, depth }))
  return { ...mentions, ...found, notes, depth }
}

const known = new WeakMap<Block, BlockFacts>()

/** Kept by the block's identity: after a keystroke one block is looked at and not the article. */
export function factsOf(block: Block): BlockFacts {
  const before = known.get(block)
  if (before) return before
  const facts = gather(block.nodes)
  known.set(block, facts)
  return facts
}
