import type { NodeKey } from 'lexical'
import type { RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Block } from './content'
import { createContext, parseInContext, type ReferenceContext } from './markdown/context'
import { parseMarkdown } from './markdown/parse'
import { writeMarkdown } from './markdown/write'

/** One block as it stands: how it is written, and what is made from that. */
export interface RememberedBlock extends Block {
  /** Whether `markdown` is the file's own source. */
  readonly isClean: boolean
}

/** What a block that has no text (an empty paragraph) is remembered as. */
export type Remembered = RememberedBlock | null

interface References {
  readonly definitions: readonly string[]
  readonly footnotes: readonly string[]
}

function referencesOf(nodes: readonly RootContent[]): References | null {
  const definitions: string[] = []
  const footnotes: string[] = []
  for (const root of nodes) {
    visit(root, (node) => {
      if (node.type === 'definition') definitions.push(writeMarkdown([node]))
      if (node.type === 'footnoteDefinition') footnotes.push(node.label ?? node.identifier)
    })
  }
  return definitions.length + footnotes.length === 0 ? null : { definitions, footnotes }
}

/**
 * Remembers every block by its node's key, so that a change costs only what changed, and keeps the
 * references that blocks make to each other resolved.
 */
export class BlockMemory {
  readonly #blocks = new Map<NodeKey, Remembered>()
  readonly #references = new Map<NodeKey, References>()
  #context: ReferenceContext | null = null

  get(key: NodeKey): Remembered | undefined {
    return this.#blocks.get(key)
  }

  set(key: NodeKey, block: Remembered): void {
    this.#blocks.set(key, block)
    const references = block === null ? null : referencesOf(block.nodes)
    if (references === null && !this.#references.has(key)) return
    if (references === null) this.#references.delete(key)
    else this.#references.set(key, references)
    this.#context = null
  }

  forget(key: NodeKey): void {
    this.#blocks.delete(key)
    if (this.#references.delete(key)) this.#context = null
  }

  /** The definitions and footnotes of the blocks that stand in the article now, in their order. */
  context(order: readonly NodeKey[]): ReferenceContext {
    if (this.#context !== null) return this.#context
    const standing = order.flatMap((key) => this.#references.get(key) ?? [])
    this.#context = createContext(
      standing.flatMap((references) => references.definitions),
      standing.flatMap((references) => references.footnotes),
    )
    return this.#context
  }

  /** Parses anew every block whose references may mean something else in `context`. */
  resolve(context: ReferenceContext): void {
    for (const [key, block] of this.#blocks) {
      if (block === null || !block.markdown.includes('[')) continue
      const nodes = parseInContext(block.markdown, context, parseMarkdown)
      this.#blocks.set(key, { ...block, nodes })
    }
  }
}
