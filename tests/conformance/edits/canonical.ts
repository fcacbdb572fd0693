export interface Tree {
  readonly type: string
  readonly kind?: string
  readonly value?: string
  readonly spread?: boolean
  readonly identifier?: string
  readonly marks?: string
  readonly children?: readonly Tree[]
}

/** What parts two lists that Markdown would join; it says nothing. */
const PARTING = '<!-- -->'

/** A fingerprint as a list of blocks in which what reads the same is the same. */
export function canonical(print: string): readonly Tree[] {
  return (JSON.parse(print) as Tree[])
    .filter((node) => !(node.type === 'opaqueFlow' && node.value === PARTING))
    .map(asHtml)
    .map(withoutForcedSpace)
    .map((node) => evenly(node, false))
}

/** Two ways to hold the same: where marks begin and end, how lines end, in how many parts a text is kept. */
function evenly(node: Tree, inNote: boolean): Tree {
  const { value, children } = node
  if (value !== undefined) return { ...node, value: evenText(node, value, inNote) }
  if (children === undefined) return node
  if (/^(paragraph|heading|tableCell)$/.test(node.type)) {
    return { ...node, children: flat(children, []) }
  }
  const inside = children.map((child) =>
    evenly(child, inNote || node.type === 'footnoteDefinition'),
  )
  return { ...node, children: node.type === 'listItem' ? inOnePart(inside) : inside }
}

function evenText(node: Tree, value: string, inNote: boolean): string {
  const text = value.replace(/\r\n?/g, '\n')
  // A line of nothing but space keeps the note's own indent.
  return inNote && node.type === 'code' ? text.replace(/^[ \t]+$/gm, '') : text
}

/** What is kept as it was written, in an item: one text, however many blocks are in it. */
function inOnePart(children: readonly Tree[]): readonly Tree[] {
  const parts: Tree[] = []
  for (const child of children) {
    const last = parts.at(-1)
    const isKept = child.type === 'opaqueFlow' && child.kind === 'other'
    const value = (child.value ?? '').replace(/\n{2,}/g, '\n')
    if (!isKept) parts.push(child)
    else if (last?.type === 'opaqueFlow' && last.kind === 'other') {
      parts[parts.length - 1] = { ...last, value: `${last.value}\n${value}` }
    } else parts.push({ ...child, value })
  }
  return parts
}

/** A line of text as runs, each with its marks: a break has none, whichever of them go on after it. */
function flat(children: readonly Tree[], marks: readonly string[]): readonly Tree[] {
  const runs: Tree[] = []
  for (const run of children.flatMap((child) => runsOf(child, marks))) {
    const last = runs.at(-1)
    const isSame = last?.type === 'text' && run.type === 'text' && last.marks === run.marks
    if (isSame) runs[runs.length - 1] = { ...last, value: `${last.value}${run.value}` }
    else runs.push(run)
  }
  return runs
}

function runsOf(node: Tree, marks: readonly string[]): readonly Tree[] {
  const { type, value, children } = node
  if (type === 'break') return [node]
  if (/^(emphasis|strong|delete)$/.test(type)) {
    return flat(children ?? [], [...new Set([...marks, type])].sort())
  }
  if (children !== undefined) return [{ ...node, children: flat(children, marks) }]
  const even = value === undefined ? {} : { value: evenText(node, value, false) }
  return [{ ...node, ...even, marks: marks.join(' ') }]
}

/**
 * An item without text cannot follow a line of text: where a list begins with one, a blank line has
 * to stand before it, and the list around it is read as a loose one.
 */
function withoutForcedSpace(node: Tree): Tree {
  const children = node.children?.map(withoutForcedSpace)
  if (children === undefined) return node
  if (node.type !== 'list' || !children.some(beginsWithNothing)) return { ...node, children }
  const { spread: _, ...same } = node
  return { ...same, children: children.map(({ spread: _, ...item }) => item) }
}

/** Whether an item holds a list whose first item has no text. */
function beginsWithNothing(node: Tree): boolean {
  if (node.type !== 'listItem') return false
  const lists = node.children?.filter(({ type }) => type === 'list') ?? []
  return lists.some(({ children }) => (children?.[0]?.children?.length ?? 0) === 0)
}

/** A paragraph that begins with a tag is a block of HTML: the same source, kept the same way. */
function asHtml(node: Tree): Tree {
  const isHtml = node.type === 'opaqueFlow' && node.kind === 'html'
  const first = node.type === 'paragraph' ? node.children?.[0] : undefined
  if (isHtml || first?.type === 'opaqueText') return { type: 'html' }
  const holdsBlocks = node.type === 'blockquote' || node.type === 'footnoteDefinition'
  const children = holdsBlocks ? node.children?.map(inQuotation) : undefined
  return children ? { ...node, children } : node
}

/** In a quotation or a note the parser takes the blank line after a list for one between its items. */
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
