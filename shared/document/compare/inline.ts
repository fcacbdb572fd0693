import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { align } from '../../text/align'
import { tidyHunks } from '../../text/tidyHunks'
import { tokensOf } from '../../text/tokens'
import { withoutIds } from './notes'

/** What a reader of both versions is told of a stretch of words. */
export type Fate = 'kept' | 'inserted' | 'deleted'

/** A word, a sign, or something that cannot be parted, with the elements around it. */
interface Token {
  readonly content: ElementContent
  readonly around: readonly Shell[]
  /** Tokens are the same when this is. */
  readonly key: string
}

interface Shell {
  readonly element: Element
  readonly key: string
}

/** What tells things apart that are no words: a picture, a reference to a footnote. */
export type KeyOf = (atom: Element) => string | undefined

export interface InlineSides {
  readonly before: KeyOf
  readonly after: KeyOf
}

const MAX_EDITS = 1_500
/** Marks words in different elements as different, for whatever only compares texts. */
const FIRST_MARK = 0xe000

/** Two versions of a paragraph's content as one, word by word. */
export function compareInline(
  before: readonly ElementContent[],
  after: readonly ElementContent[],
  keys: InlineSides,
): readonly ElementContent[] {
  const marks = new Map<string, string>()
  const a = tokensIn(before, [], keys.before, marks)
  const b = tokensIn(after, [], keys.after, marks)
  const [aKeys, bKeys] = [a.map(({ key }) => key), b.map(({ key }) => key)]
  const found = align(aKeys, bKeys, { maxEdits: MAX_EDITS })
  const hunks = found
    ? tidyHunks(found, aKeys, bKeys)
    : [{ a0: 0, a1: a.length, b0: 0, b1: b.length }]
  const told: Told[] = []
  const tell = (tokens: readonly Token[], fate: Fate): void => {
    for (const token of tokens) told.push({ token, fate })
  }
  let reached = 0
  for (const { a0, a1, b0, b1 } of hunks) {
    tell(b.slice(reached, b0), 'kept')
    tell(a.slice(a0, a1), 'deleted')
    tell(b.slice(b0, b1), 'inserted')
    reached = b1
  }
  tell(b.slice(reached), 'kept')
  return build(told, 0)
}

/** A paragraph's content with all of it inserted or deleted. */
export function markInline(
  nodes: readonly ElementContent[],
  fate: Exclude<Fate, 'kept'>,
): readonly ElementContent[] {
  const marks = new Map<string, string>()
  return build(
    tokensIn(nodes, [], () => undefined, marks).map((token) => ({ token, fate })),
    0,
  )
}

function tokensIn(
  nodes: readonly ElementContent[],
  around: readonly Shell[],
  keyOf: KeyOf,
  marks: Map<string, string>,
): Token[] {
  const path = around.map(({ key }) => key).join('')
  const mark = path === '' ? '' : markFor(path, marks)
  return nodes.flatMap((node): Token[] => {
    if (node.type === 'text') {
      return tokensOf(node.value).map((text) => ({
        content: { type: 'text', value: text },
        around,
        key: text + mark,
      }))
    }
    if (node.type !== 'element') return []
    const own = keyOf(node)
    if (own !== undefined || node.children.length === 0) {
      return [{ content: node, around, key: `\uFFFC${own ?? toHtml(node)}${mark}` }]
    }
    const shell = { element: node, key: toHtml({ ...node, children: [] }) }
    return tokensIn(node.children, [...around, shell], keyOf, marks)
  })
}

function markFor(path: string, marks: Map<string, string>): string {
  const known = marks.get(path)
  if (known !== undefined) return known
  const mark = String.fromCharCode(FIRST_MARK + (marks.size % 0x1800))
  marks.set(path, mark)
  return mark
}

interface Told {
  readonly token: Token
  readonly fate: Fate
}

/** Puts tokens back into their elements, the marks inside: a link that keeps half its words is one link. */
function build(told: readonly Told[], depth: number): readonly ElementContent[] {
  const made: ElementContent[] = []
  for (const group of grouped(told, ({ token }) => token.around[depth]?.key)) {
    const shell = group[0]?.token.around[depth]
    if (shell) {
      const children = [...build(group, depth + 1)]
      made.push({ ...shell.element, children })
      continue
    }
    for (const run of grouped(group, ({ fate }) => fate)) {
      const contents = joined(run.map(({ token }) => token.content))
      const fate = run[0]?.fate
      if (fate === 'inserted' || fate === 'deleted') made.push(changeElement(fate, contents))
      else made.push(...contents)
    }
  }
  return made
}

export function changeElement(
  fate: Exclude<Fate, 'kept'>,
  children: readonly ElementContent[],
): Element {
  return {
    type: 'element',
    tagName: fate === 'inserted' ? 'ins' : 'del',
    properties: { className: ['change'] },
    children: fate === 'deleted' ? children.map(withoutIds) : [...children],
  }
}

function joined(contents: readonly ElementContent[]): ElementContent[] {
  const made: ElementContent[] = []
  for (const content of contents) {
    const last = made.at(-1)
    if (content.type === 'text' && last?.type === 'text') {
      made[made.length - 1] = { type: 'text', value: last.value + content.value }
    } else made.push(content)
  }
  return made
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => unknown): readonly T[][] {
  const groups: T[][] = []
  let key: unknown
  for (const item of items) {
    const own = keyOf(item)
    const last = groups.at(-1)
    if (last && own === key) last.push(item)
    else groups.push([item])
    key = own
  }
  return groups
}
