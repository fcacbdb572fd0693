import { $convertToMdast } from '@lexical/mdast'
import type { ElementNode, LexicalNode } from 'lexical'
import type { Nodes, RootContent } from 'mdast'
import { isEmptyParagraph, settle } from './settle'

/**
 * The Markdown tree of one top-level block; several nodes or none where its content says so.
 * Call it inside a read or an update.
 */
export function $exportBlock(block: LexicalNode): readonly RootContent[] {
  // The exporter walks an element's children; a stand-in parent lets it walk one block.
  const parent = { getChildren: () => [block] } as unknown as ElementNode
  return $convertToMdast(parent)
    .children.map(settle)
    .filter((node) => !isEmptyParagraph(node))
}

/** Places in the source, and notes on how a thing was written: they do not change what it says. */
const STYLE = new Set(['position', 'data', 'label', 'referenceType'])

/** A string that is the same for two trees exactly when they say the same. */
export function fingerprint(nodes: readonly Nodes[]): string {
  return JSON.stringify(nodes, (key, value: unknown) =>
    STYLE.has(key) || value === null ? undefined : value,
  )
}
