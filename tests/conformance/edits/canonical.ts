export interface Tree {
  readonly type: string
  readonly kind?: string
  readonly value?: string
  readonly spread?: boolean
  readonly identifier?: string
  readonly children?: readonly Tree[]
}

/** What parts two lists that Markdown would join; it says nothing. */
const PARTING = '<!-- -->'

/** A fingerprint as a list of blocks in which what reads the same is the same. */
export function canonical(print: string): readonly Tree[] {
  return (JSON.parse(print) as Tree[])
    .filter((node) => !(node.type === 'opaqueFlow' && node.value === PARTING))
    .map(asHtml)
}

/** A paragraph that begins with a tag is a block of HTML: the same source, kept the same way. */
function asHtml(node: Tree): Tree {
  const isHtml = node.type === 'opaqueFlow' && node.kind === 'html'
  const first = node.type === 'paragraph' ? node.children?.[0] : undefined
  if (isHtml || first?.type === 'opaqueText') return { type: 'html' }
  const children = node.type === 'blockquote' ? node.children?.map(inQuotation) : undefined
  return children ? { ...node, children } : node
}

/** In a quotation the parser takes the blank line after a list for one between its items. */
function inQuotation(node: Tree): Tree {
  const { spread: _, ...same } = asHtml(node)
  const children = same.children?.map(inQuotation)
  return children ? { ...same, children } : same
}

/**
 * The blocks of `held` that refer to a definition or a footnote that was taken away: the reference
 * stays as it is written, and is read as text.
 */
export function orphans(held: readonly Tree[]): ReadonlySet<number> {
  const defined = new Set<string>()
  const visit = (node: Tree, see: (node: Tree) => void): void => {
    see(node)
    for (const child of node.children ?? []) visit(child, see)
  }
  for (const block of held) {
    visit(block, (node) => {
      if (node.type === 'footnoteDefinition') defined.add(`^${node.identifier?.toLowerCase()}`)
      if (node.type === 'opaqueFlow' && node.kind === 'definition') {
        const label = /^\s*\[((?:\\.|[^\]])*)\]:/.exec(node.value ?? '')?.[1] ?? ''
        defined.add(label.replace(/\s+/g, ' ').trim().toLowerCase())
      }
    })
  }
  const found = new Set<number>()
  held.forEach((block, index) => {
    visit(block, (node) => {
      const isLost =
        (node.type === 'footnoteReference' && !defined.has(`^${node.identifier}`)) ||
        (/^(link|image)Reference$/.test(node.type) && !defined.has(node.identifier ?? ''))
      if (isLost) found.add(index)
    })
  })
  return found
}
