import { splitArticle } from '../article'
import { codeRanges, type Range } from './code'
import type { Deletion, Form, Insertion, Review, ReviewNode } from './model'
import { textNode } from './model'

type Opener = '{++' | '{--' | '{~~' | '{=='

const CLOSERS: Readonly<Record<string, Opener>> = {
  '++}': '{++',
  '--}': '{--',
  '~~}': '{~~',
  '==}': '{==',
}
const DELIMITER = /\\\\|\\\{|\{(?:\+\+|--|~~|==|>>)|(?:\+\+|--|~~|==)\}|~>/g
const MAY_HOLD_REVIEW = /\{(?:\+\+|--|~~|==|>>)/
const GAP = /(?:[ \t]*(?:\r\n|\n|\r(?!\n)))+/y
const PILCROW = '¶'

/** What has been opened and not closed yet. */
interface Frame {
  readonly opener: Opener | null
  nodes: ReviewNode[]
  /** The first half of a substitution whose `~>` has been seen. */
  old: ReviewNode[] | null
}

/** Reads the CriticMarkup of an article's text; what is none stays text, byte for byte. */
export function parseReview(text: string): Review {
  const { frontMatter, body } = splitArticle(text)
  return { frontMatter, nodes: parseNodes(body) }
}

export function parseNodes(body: string): readonly ReviewNode[] {
  if (!MAY_HOLD_REVIEW.test(body)) return textNode(body)
  return new Parser(body).parse()
}

class Parser {
  private readonly root: Frame = { opener: null, nodes: [], old: null }
  private readonly stack: Frame[] = [this.root]
  private readonly open = { '{++': 0, '{--': 0, '{~~': 0, '{==': 0 }
  private readonly code: readonly Range[]
  private readonly commentEnds: Seeker
  private readonly commentStarts: Seeker
  private textStart = 0

  constructor(private readonly body: string) {
    this.code = codeRanges(body)
    this.commentEnds = new Seeker(body, '<<}')
    this.commentStarts = new Seeker(body, '{>>')
  }

  parse(): readonly ReviewNode[] {
    const delimiter = new RegExp(DELIMITER)
    let inCode = 0
    for (let match = delimiter.exec(this.body); match; match = delimiter.exec(this.body)) {
      const at = match.index
      while ((this.code[inCode]?.end ?? Number.POSITIVE_INFINITY) <= at) inCode++
      const range = this.code[inCode]
      if (range && range.start <= at) {
        delimiter.lastIndex = range.end
        continue
      }
      const after = this.take(match[0], at)
      if (after !== null) delimiter.lastIndex = after
    }
    this.addText(this.body.length)
    while (this.stack.length > 1) this.flatten()
    return this.root.nodes
  }

  /** Deals with a delimiter; where to read on, or null for right behind it. */
  private take(token: string, at: number): number | null {
    if (token.startsWith('\\')) return null
    if (token === '{>>') return this.takeComment(at)
    if (token === '~>') {
      const top = this.top()
      if (top.opener === '{~~' && top.old === null) {
        this.addText(at)
        top.old = top.nodes
        top.nodes = []
        this.textStart = at + 2
      }
      return null
    }
    const closes = CLOSERS[token]
    if (closes === undefined) {
      this.addText(at)
      this.stack.push({ opener: token as Opener, nodes: [], old: null })
      this.open[token as Opener]++
      this.textStart = at + 3
      return null
    }
    if (this.open[closes] === 0) return null
    this.addText(at)
    while (this.top().opener !== closes) this.flatten()
    return this.close(at)
  }

  private takeComment(at: number): number | null {
    const { comments, end } = this.commentsAt(at)
    if (comments.length === 0) return null
    this.addText(at)
    this.top().nodes.push({ kind: 'comment', comments })
    this.textStart = end
    return end
  }

  private close(at: number): number | null {
    const frame = this.stack.pop()
    if (!frame?.opener) return null
    this.open[frame.opener]--
    const { comments, end } = this.commentsAt(at + 3)
    const made = makeNode(frame, comments)
    if (made === null) {
      // Nonsense (an empty mark, a substitution of nothing): its signs are text.
      this.stack.push(frame)
      this.open[frame.opener]++
      this.flatten()
      this.textStart = at
      return null
    }
    this.textStart = end
    if ((made.kind === 'insertion' || made.kind === 'deletion') && isPilcrow(made)) {
      GAP.lastIndex = end
      const gap = GAP.exec(this.body)?.[0]
      if (gap !== undefined) {
        this.top().nodes.push({ ...made, form: 'pilcrow', children: textNode(gap) })
        this.textStart = end + gap.length
        return this.textStart
      }
    }
    this.top().nodes.push(made)
    return end
  }

  /** What was opened last has no end: its signs are text, what is in it stays what it is. */
  private flatten(): void {
    const frame = this.stack.pop()
    if (!frame?.opener) return
    this.open[frame.opener]--
    const { nodes } = this.top()
    nodes.push({ kind: 'text', text: frame.opener })
    // Not spread: a hostile text may hold more nodes than a call takes arguments.
    if (frame.old) {
      for (const node of frame.old) nodes.push(node)
      nodes.push({ kind: 'text', text: '~>' })
    }
    for (const node of frame.nodes) nodes.push(node)
  }

  private commentsAt(start: number): { readonly comments: string[]; readonly end: number } {
    const comments: string[] = []
    let end = start
    while (this.body.startsWith('{>>', end)) {
      const close = this.commentEnds.from(end + 3)
      if (close === -1 || close === end + 3) break
      const next = this.commentStarts.from(end + 3)
      if (next !== -1 && next < close) break
      comments.push(this.body.slice(end + 3, close))
      end = close + 3
    }
    return { comments, end }
  }

  private top(): Frame {
    return this.stack.at(-1) ?? this.root
  }

  private addText(end: number): void {
    this.top().nodes.push(...textNode(this.body.slice(this.textStart, end)))
    this.textStart = end
  }
}

/** Finds a string from growing places on, each stretch of the text searched once. */
class Seeker {
  private searched = -1
  private found = -1

  constructor(
    private readonly text: string,
    private readonly sought: string,
  ) {}

  from(start: number): number {
    const isKnown = this.searched !== -1 && this.searched <= start
    if (isKnown && (this.found === -1 || this.found >= start)) return this.found
    this.searched = start
    this.found = this.text.indexOf(this.sought, start)
    return this.found
  }
}

function isPilcrow({ form, children }: Insertion | Deletion): boolean {
  const [only, ...rest] = children
  return form === 'plain' && rest.length === 0 && only?.kind === 'text' && only.text === PILCROW
}

function makeNode(frame: Frame, comments: readonly string[]): ReviewNode | null {
  switch (frame.opener) {
    case '{++':
    case '{--': {
      if (frame.nodes.length === 0) return null
      const kind = frame.opener === '{++' ? 'insertion' : 'deletion'
      return { kind, ...unwrap(frame.nodes), comments }
    }
    case '{==':
      return frame.nodes.length === 0
        ? null
        : { kind: 'highlight', children: frame.nodes, comments }
    case '{~~': {
      if (frame.old === null || frame.old.length + frame.nodes.length === 0) return null
      const old = unwrap(frame.old)
      const now = unwrap(frame.nodes)
      const isBlock =
        typeof old.form === 'object' &&
        typeof now.form === 'object' &&
        old.form.ending === now.form.ending
      return isBlock
        ? { kind: 'substitution', form: old.form, old: old.children, now: now.children, comments }
        : { kind: 'substitution', form: 'plain', old: frame.old, now: frame.nodes, comments }
    }
    case null:
      return null
  }
}

/** Takes off the pilcrows around content that has lines of its own. */
function unwrap(nodes: readonly ReviewNode[]): {
  readonly form: Exclude<Form, 'pilcrow'>
  readonly children: readonly ReviewNode[]
} {
  const whole = { form: 'plain', children: nodes } as const
  const first = nodes[0]
  const last = nodes.at(-1)
  if (first?.kind !== 'text' || last?.kind !== 'text') return whole
  const start = /^¶(\r\n|\n|\r)/.exec(first.text)
  const end = /(\r\n|\n|\r)¶$/.exec(last.text)
  if (!start?.[1] || start[1] !== end?.[1]) return whole
  if (nodes.length === 1 && first.text.length < start[0].length + end[0].length) return whole
  const cut = nodes.flatMap((node, index): readonly ReviewNode[] => {
    if (node.kind !== 'text') return [node]
    const from = index === 0 ? start[0].length : 0
    const to = index === nodes.length - 1 ? node.text.length - end[0].length : node.text.length
    return textNode(node.text.slice(from, to))
  })
  return cut.length === 0 ? whole : { form: { ending: start[1] }, children: cut }
}
