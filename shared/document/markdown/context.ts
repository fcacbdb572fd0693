import type { Root, RootContent } from 'mdast'

/**
 * Definitions and footnotes belong to a file as a whole: a block can only be parsed as the file
 * means it with them in front of it.
 */
export interface ReferenceContext {
  /** Markdown that defines every reference, ending in a blank line; `''` when there are none. */
  readonly source: string
}

export const NO_REFERENCES: ReferenceContext = { source: '' }

/** Labels and targets of everything that a block may refer to. */
export function createContext(
  definitions: readonly string[],
  footnotes: readonly string[],
): ReferenceContext {
  if (definitions.length === 0 && footnotes.length === 0) return NO_REFERENCES
  const notes = footnotes.map((label) => `[^${label}]: .`)
  // A definition comes last: after a footnote an indented block would count as its continuation.
  return { source: `${[...notes, ...definitions, '[galley context]: #'].join('\n\n')}\n\n` }
}

/** Parses a block with `parse` as the file means it; returns its own nodes. */
export function parseInContext(
  markdown: string,
  context: ReferenceContext,
  parse: (markdown: string) => Root,
): readonly RootContent[] {
  if (context.source === '') return parse(markdown).children
  const start = context.source.length
  return parse(context.source + markdown).children.filter(
    (node) => (node.position?.start.offset ?? 0) >= start,
  )
}
