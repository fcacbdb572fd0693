import { lineEndsIn } from '../text/runs'
import { attributionOf, signature } from './attribution'
import { type Edit, editsBetween, editsByBlock } from './edits'
import { type Change, type Form, isChange, type ReviewNode, textNode } from './model'
import { editsOfMoves } from './moves'
import { editsBesideNumbers } from './numbering'
import { parseNodes } from './parse'
import { readNodes } from './readings'
import { isEmpty, joinTexts, orphaned } from './resolve'
import { serialiseNodes } from './serialise'

/** What an edit of the accepted text means: a change of the article, or a suggestion by someone. */
export type EditMode =
  | { readonly kind: 'editing' }
  | {
      readonly kind: 'suggesting'
      readonly author: string
      /** When the change at this offset of the base's accepted text was made. */
      timeAt(offset: number): string
    }

/**
 * The review as it is after its accepted text was edited to be `accepted`. What others suggested
 * stays theirs. While suggesting, the original text never changes: the result reads as `accepted`
 * with every change made, and as it did before with none; that is checked by reading it back, and
 * a coarser way of writing the change is taken where a finer one would not read back.
 */
export function composeEdit(
  nodes: readonly ReviewNode[],
  accepted: string,
  mode: EditMode,
): readonly ReviewNode[] {
  const before = readNodes(nodes, 'accepted')
  if (before === accepted) return nodes
  const original = readNodes(nodes, 'original')
  const isFaithful = (made: readonly ReviewNode[] | null): made is readonly ReviewNode[] => {
    if (made === null) return false
    const again = parseNodes(serialiseNodes(made))
    return (
      readNodes(again, 'accepted') === accepted &&
      (mode.kind === 'editing' || readNodes(again, 'original') === original)
    )
  }
  const whole = { start: 0, text: accepted, isBlock: true }
  const isMarked = (start: number, end: number): boolean =>
    leavesOf(nodes).some((leaf) => leaf.path.length > 1 && leaf.start < end && start < leaf.end)
  const moves = editsOfMoves(before, accepted, isMarked)
  const items = (edits: readonly Edit[] | null) => edits && applyEdits(nodes, edits, mode)
  const attempts = [
    () =>
      items(
        editsBesideNumbers(before, accepted, (a, b, realOf) =>
          editsOfMoves(a, b, (start, end) => isMarked(realOf(start), realOf(end))),
        ),
      ),
    () => items(editsBesideNumbers(before, accepted, editsBetween)),
    () => moves && applyEdits(nodes, moves, mode),
    () => applyEdits(nodes, editsBetween(before, accepted), mode),
    () => applyEdits(nodes, editsByBlock(before, accepted), mode),
    () => applyEdits(nodes, [{ ...whole, end: before.length }], mode),
    // The last resort keeps both texts and gives up who suggested what before.
    () => applyEdits(textNode(original), [{ ...whole, end: original.length }], mode),
    // Signs of marks that are words are kept apart, which lines of their own cannot do.
    () =>
      applyEdits(textNode(original), [{ ...whole, end: original.length, isBlock: false }], mode),
  ]
  for (const attempt of attempts) {
    const made = attempt()
    if (isFaithful(made)) return made
  }
  // Editing may turn markup into code or text for a while; what is typed must be kept all the same.
  const plain = applyEdits(nodes, editsBetween(before, accepted), mode)
  if (mode.kind === 'editing' && plain) return plain
  throw new Unwritable()
}

/** A suggestion that no way of writing it in the file would read back. */
export class Unwritable extends Error {
  constructor() {
    super('This change cannot be written as a suggestion.')
  }
}

function applyEdits(
  nodes: readonly ReviewNode[],
  edits: readonly Edit[],
  mode: EditMode,
): readonly ReviewNode[] | null {
  const fresh = new Set<ReviewNode>()
  let current: readonly ReviewNode[] | null = nodes
  // From the last to the first, so that the places of those before stay true.
  for (const edit of edits.toReversed()) {
    if (current === null) return null
    const pen = createPen(mode, edit, fresh)
    current =
      edit.isBlock && mode.kind === 'suggesting'
        ? applyBlock(current, edit, pen)
        : applyPlain(current, edit, pen)
  }
  return current === null ? null : mergeNeighbours(current, fresh)
}

/** Writes changes in the name of who makes them. */
interface Pen {
  /** Null while editing: then nothing is marked. */
  readonly author: string | null
  mark(kind: 'insertion' | 'deletion', text: string): readonly ReviewNode[]
  replace(old: string, now: string): readonly ReviewNode[]
  block(old: readonly ReviewNode[], now: string, ending: string): readonly ReviewNode[]
}

const GAP = /((?<![ \t])(?:[ \t]*(?:\r\n|\n|\r(?!\n))){2,})/
const DELIMITERS = /\{(?:\+\+|--|~~|==|>>)|(?:\+\+|--|~~|==|<<)\}|~>/g

function createPen(mode: EditMode, edit: Edit, fresh: Set<ReviewNode>): Pen {
  if (mode.kind === 'editing') {
    return {
      author: null,
      mark: (kind, text) => (kind === 'insertion' ? textNode(text) : []),
      replace: (_old, now) => textNode(now),
      block: (_old, now) => textNode(now),
    }
  }
  const comments = [signature(mode.author, mode.timeAt(edit.start))]
  const made = <T extends Change>(node: T): T => {
    fresh.add(node)
    return node
  }
  const change = (kind: 'insertion' | 'deletion', form: Form, children: readonly ReviewNode[]) =>
    made({ kind, form, children, comments } as const)
  const pen: Pen = {
    author: mode.author,
    mark: (kind, text) =>
      piecesOf(text).map((piece) => change(kind, formOf(piece), textNode(piece))),
    replace(old, now) {
      const isOne = [old, now].every((text) => piecesOf(text).length === 1 && !GAP.test(text))
      if (!isOne) return [...pen.mark('deletion', old), ...pen.mark('insertion', now)]
      const both = { old: textNode(old), now: textNode(now) }
      return [made({ kind: 'substitution', form: 'plain', ...both, comments })]
    },
    block(old, now, ending) {
      const form = { ending }
      if (isEmpty(old)) return now === '' ? [] : [change('insertion', form, textNode(now))]
      if (now === '') return [change('deletion', form, old)]
      if ((serialiseNodes(old) + now).includes('~>')) {
        return [change('deletion', form, old), change('insertion', form, textNode(now))]
      }
      return [made({ kind: 'substitution', form, old, now: textNode(now), comments })]
    },
  }
  return pen
}

/** A text parted where blank lines are, and within what would be read as a mark of its own. */
function piecesOf(text: string): readonly string[] {
  return text
    .split(GAP)
    .flatMap((part) =>
      part.replace(DELIMITERS, (sign) => `${sign[0]}\0${sign.slice(1)}`).split('\0'),
    )
    .filter((part) => part !== '')
}

function formOf(piece: string): Form {
  // A pilcrow that someone wrote must not be taken for a paragraph's end, nor a brace for a mark's start.
  if (piece === '¶' || piece.endsWith('{')) return { ending: '\n' }
  const isGap = /^[ \t\r\n]*[\r\n]$/.test(piece) && lineEndsIn(piece) > 1
  return isGap ? 'pilcrow' : 'plain'
}

/** A run of text that the accepted reading shows, and where it stands. */
interface Leaf {
  readonly node: ReviewNode
  readonly start: number
  readonly end: number
  /** Whose insertion it is in; undefined outside of any. */
  readonly owner: string | null | undefined
  /** The nodes on the way to it, itself last. */
  readonly path: readonly ReviewNode[]
}

function leavesOf(nodes: readonly ReviewNode[]): readonly Leaf[] {
  const leaves: Leaf[] = []
  let offset = 0
  const walk = (
    level: readonly ReviewNode[],
    owner: Leaf['owner'],
    above: readonly ReviewNode[],
  ): void => {
    for (const node of level) {
      const path = [...above, node]
      if (node.kind === 'text') {
        const start = offset
        offset += node.text.length
        leaves.push({ node, start, end: offset, owner, path })
      } else if (node.kind === 'insertion') walk(node.children, ownerOf(node), path)
      else if (node.kind === 'substitution') walk(node.now, ownerOf(node), path)
      else if (node.kind === 'highlight') walk(node.children, owner, path)
    }
  }
  walk(nodes, undefined, [])
  return leaves
}

function ownerOf(change: Change): string | null {
  return attributionOf(change.comments).author
}

/** Where an edit takes hold of the tree. */
interface Hold {
  readonly cuts: ReadonlyMap<ReviewNode, { readonly from: number; readonly to: number }>
  readonly at:
    | { readonly kind: 'in'; readonly node: ReviewNode; readonly offset: number }
    | { readonly kind: 'before'; readonly node: ReviewNode }
    | { readonly kind: 'end' }
}

function holdOf(nodes: readonly ReviewNode[], edit: Edit, author: string | null): Hold {
  const leaves = leavesOf(nodes)
  const cuts = new Map<ReviewNode, { from: number; to: number }>()
  let last: Leaf | undefined
  for (const leaf of leaves) {
    const from = Math.max(leaf.start, edit.start)
    const to = Math.min(leaf.end, edit.end)
    if (from >= to) continue
    cuts.set(leaf.node, { from: from - leaf.start, to: to - leaf.start })
    last = leaf
  }
  if (last) {
    const offset = Math.min(last.end, edit.end) - last.start
    return { cuts, at: { kind: 'in', node: last.node, offset } }
  }
  const place = edit.start
  const inside = leaves.find(({ start, end }) => start < place && place < end)
  const left = leaves.findLast(({ end, start }) => end === place && start < end)
  const right = leaves.find(({ start, end }) => start === place && start < end)
  const own = (leaf: Leaf | undefined): leaf is Leaf =>
    leaf !== undefined && author !== null && leaf.owner === author
  const home = inside ?? (own(left) ? left : own(right) ? right : undefined)
  if (home) return { cuts, at: { kind: 'in', node: home.node, offset: place - home.start } }
  if (!right) return { cuts, at: { kind: 'end' } }
  // Beside others' marks it stands outside of as many of them as it can.
  const depth = right.path.findIndex((node, index) => left?.path[index] !== node)
  const node = right.path[depth] ?? right.node
  return { cuts, at: { kind: 'before', node } }
}

function applyPlain(nodes: readonly ReviewNode[], edit: Edit, pen: Pen): readonly ReviewNode[] {
  const { cuts, at } = holdOf(nodes, edit, pen.author)

  function rebuild(level: readonly ReviewNode[], owner: Leaf['owner']): readonly ReviewNode[] {
    const out: ReviewNode[] = []
    for (const node of level) {
      if (at.kind === 'before' && at.node === node) out.push(...pen.mark('insertion', edit.text))
      out.push(...rebuildNode(node, owner))
    }
    return joinTexts(out)
  }

  function rebuildNode(node: ReviewNode, owner: Leaf['owner']): readonly ReviewNode[] {
    switch (node.kind) {
      case 'text':
        return rebuildText(node, node.text, owner)
      case 'deletion':
      case 'comment':
        return [node]
      case 'insertion': {
        const children = rebuild(node.children, ownerOf(node))
        if (isEmpty(children)) return []
        return [
          same(children, node.children) ? node : { ...node, form: kept(node, children), children },
        ]
      }
      case 'substitution': {
        const now = rebuild(node.now, ownerOf(node))
        if (same(now, node.now)) return [node]
        const { form, old, comments } = node
        if (isEmpty(now)) return [{ kind: 'deletion', form, children: old, comments }]
        return [{ ...node, now }]
      }
      case 'highlight': {
        const children = rebuild(node.children, owner)
        if (isEmpty(children)) return orphaned(node.comments, node.children)
        return [same(children, node.children) ? node : { ...node, children }]
      }
    }
  }

  function rebuildText(
    node: ReviewNode,
    text: string,
    owner: Leaf['owner'],
  ): readonly ReviewNode[] {
    const cut = cuts.get(node)
    const insertAt = at.kind === 'in' && at.node === node ? at.offset : null
    if (!cut && insertAt === null) return [node]
    const from = cut?.from ?? insertAt ?? 0
    const to = cut?.to ?? from
    const old = text.slice(from, to)
    const now = insertAt === null ? '' : edit.text
    const isOwn = pen.author !== null && owner === pen.author
    const between = isOwn ? textNode(now) : changed(old, now, pen)
    return [...textNode(text.slice(0, from)), ...between, ...textNode(text.slice(to))]
  }

  const rebuilt = rebuild(nodes, undefined)
  return at.kind === 'end' ? joinTexts([...rebuilt, ...pen.mark('insertion', edit.text)]) : rebuilt
}

function changed(old: string, now: string, pen: Pen): readonly ReviewNode[] {
  if (old === '') return now === '' ? [] : pen.mark('insertion', now)
  return now === '' ? pen.mark('deletion', old) : pen.replace(old, now)
}

function same(a: readonly ReviewNode[], b: readonly ReviewNode[]): boolean {
  return a.length === b.length && a.every((node, index) => node === b[index])
}

/** What a changed insertion holds may ask for another way of writing it. */
function kept(node: Extract<Change, { kind: 'insertion' }>, children: readonly ReviewNode[]): Form {
  if (typeof node.form === 'object') return node.form
  const [only, ...rest] = children
  return rest.length === 0 && only?.kind === 'text' ? formOf(only.text) : 'plain'
}

/** Changes whole lines at once; null where someone's mark lies across their ends. */
function applyBlock(
  nodes: readonly ReviewNode[],
  edit: Edit,
  pen: Pen,
): readonly ReviewNode[] | null {
  const before: ReviewNode[] = []
  const inside: ReviewNode[] = []
  const after: ReviewNode[] = []
  let offset = 0
  for (const node of nodes) {
    const length = readNodes([node], 'accepted').length
    const start = offset
    const end = start + length
    offset = end
    if (node.kind === 'text') {
      const cut = (place: number): number => Math.max(0, Math.min(length, place - start))
      before.push(...textNode(node.text.slice(0, cut(edit.start))))
      inside.push(...textNode(node.text.slice(cut(edit.start), cut(edit.end))))
      after.push(...textNode(node.text.slice(cut(edit.end))))
    } else if (end <= edit.start) before.push(node)
    else if (start >= edit.end) after.push(node)
    else if (start >= edit.start && end <= edit.end) inside.push(node)
    else return null
  }
  const ending = /\r\n|\n|\r/.exec(edit.text + readNodes(nodes, 'accepted'))?.[0] ?? '\n'
  // What one inserted oneself and now takes away was never there.
  const gone = inside.filter((node) => node.kind !== 'insertion' || ownerOf(node) !== pen.author)
  return [...before, ...pen.block(joinTexts(gone), edit.text, ending), ...after]
}

/** Deletions, or insertions, that one person made side by side are one. */
function mergeNeighbours(
  nodes: readonly ReviewNode[],
  fresh: ReadonlySet<ReviewNode>,
): readonly ReviewNode[] {
  if (fresh.size === 0) return nodes
  const merged: ReviewNode[] = []
  for (const node of nodes) {
    const last = merged.at(-1)
    const one = last && isChange(last) && isChange(node) ? mergeTwo(last, node, fresh) : null
    if (one) merged[merged.length - 1] = one
    else merged.push(node)
  }
  return merged
}

function mergeTwo(a: Change, b: Change, fresh: ReadonlySet<ReviewNode>): Change | null {
  if (a.kind === 'substitution' || b.kind === 'substitution' || a.kind !== b.kind) return null
  if (a.form !== 'plain' || b.form !== 'plain') return null
  if (fresh.has(a) === fresh.has(b)) return null
  if (a.comments.length !== 1 || b.comments.length !== 1) return null
  if (attributionOf(a.comments).author !== attributionOf(b.comments).author) return null
  const { comments } = fresh.has(a) ? b : a
  return { ...a, children: joinTexts([...a.children, ...b.children]), comments }
}
