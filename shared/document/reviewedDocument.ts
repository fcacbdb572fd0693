import {
  $getRoot,
  $getState,
  $setState,
  createState,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
} from 'lexical'
import { splitArticle } from '../article'
import {
  addComment,
  type Composer,
  createComposer,
  type Decision,
  decide,
  type EditMode,
  Entangled,
  type HeadField,
  joinLists,
  listReview,
  minuteOf,
  parseReview,
  type ReviewComment,
  type Reviewer,
  type ReviewList,
  type ReviewNode,
  readNodes,
  resolution,
  type Stretch,
  type Suggestion,
  serialiseReview,
  setComments,
  type Thread,
  withReviewer,
  writeComment,
} from '../review'
import { type ArticleDocument, type OpenOptions, openArticle } from './articleDocument'
import { createReviewedHeads, type HeadStep } from './reviewedHeads'

/** What typing means: a change, a suggestion, or nothing. */
export type ReviewMode = 'editing' | 'suggesting' | 'reading'

export interface ReviewOptions {
  /** Who sits at this desk. */
  reviewer(): Reviewer
  now(): Date
  /** Told when a change cannot be written as a suggestion and is saved as a plain edit. */
  onUnwritable?(): void
  /** Why the article cannot be changed at all; absent when it can. */
  readonly readOnly?: string
}

/** A stretch of the text, or one of the fields above it. */
export interface Shown extends Stretch {
  readonly head?: HeadField
}

/** The review that an open article carries. Each change of it is one step of undo. */
export interface ArticleReview {
  mode(): ReviewMode
  setMode(mode: ReviewMode): void
  list(): ReviewList
  /** The article's body as the editor shows it; places in the list are places in it. */
  accepted(): string
  /** What headline or standfirst say without what is suggested for them. */
  original(field: HeadField): string
  /** The body with its marks, as it would be saved. */
  nodes(): readonly ReviewNode[]
  /** Why it could not be done, null where it was; nothing is changed when it could not. */
  decide(decisionOn: (suggestion: Suggestion) => Decision): string | null
  /** Says something about a stretch of the text, or about a field above it. */
  comment(on: Shown, text: string): void
  reply(to: Thread | Suggestion, text: string): void
  /** Says one comment of a thread anew; an empty text takes it away. */
  rewrite(thread: Thread | Suggestion, index: number, text: string): void
  setResolved(thread: Thread | Suggestion, isResolved: boolean): void
}

export interface ReviewedDocument extends ArticleDocument {
  readonly review: ArticleReview
}

/** What the editor's text is read against: the review as it was when this began. */
interface Epoch {
  readonly nodes: readonly ReviewNode[]
  readonly mode: ReviewMode
  /** When each suggestion was first seen, by its place in the accepted text of `nodes`. */
  readonly times: Map<number, string>
  readonly composer: Composer
  /** The one that it came after, and what was decided between them about headline and standfirst. */
  readonly from: number
  readonly heads: HeadStep | null
}

const epochState = createState('review', {
  parse: (value): number => (typeof value === 'number' ? value : 0),
})

/**
 * Opens an article with its review; a `tree` parsed elsewhere, here and in `adopt`, is of the accepted text. The editor holds the accepted text and no markup; the marks are
 * made by comparing what it holds with the review it began from. Which review that is stands in the
 * editor's own state, so that undo brings the right one back with the text.
 */
export function openReviewed(
  options: OpenOptions & { readonly review: ReviewOptions },
): ReviewedDocument {
  const { review: desk, text, ...rest } = options
  const opened = parseReview(text)
  const document = openArticle({ ...rest, text: acceptedFile(opened) })
  const { editor } = document
  const heads = createReviewedHeads(document)
  const epochs: Epoch[] = [epochOf(opened.nodes, 'editing')]
  let isUnwritable = false
  let composed: { readonly key: string; readonly nodes: readonly ReviewNode[] } | null = null
  let marked: Marked = { version: -1, at: 0, pieces: [] }
  let listed: Listed | null = null
  let current = 0

  const epochNumber = (): number =>
    editor.getEditorState().read(() => $getState($getRoot(), epochState))
  const epoch = (): Epoch => epochs[epochNumber()] ?? epochs[0] ?? EMPTY

  function nodesNow(): readonly ReviewNode[] {
    const key = `${document.version()} ${epochNumber()}`
    if (composed?.key === key) return composed.nodes
    const nodes = compose(splitArticle(document.text()).body)
    composed = { key, nodes }
    return nodes
  }

  function compose(body: string): readonly ReviewNode[] {
    const { nodes, mode, times, composer } = epoch()
    if (mode !== 'suggesting') {
      // An article without review is saved as the editor writes it, and nothing is compared.
      const hasReview = nodes.some(({ kind }) => kind !== 'text')
      return hasReview ? composer.compose(body, EDITING).nodes : [{ kind: 'text', text: body }]
    }
    const timeAt = (offset: number): string => {
      const known = times.get(offset) ?? minuteOf(desk.now())
      times.set(offset, known)
      return known
    }
    const author = desk.reviewer().handle
    const made = composer.compose(body, { kind: 'suggesting', author, timeAt })
    if (made.isUnwritable && !isUnwritable) desk.onUnwritable?.()
    isUnwritable = made.isUnwritable
    return made.nodes
  }

  /** Begins anew from `nodes`; the text on the page must be theirs already. */
  function begin(
    nodes: readonly ReviewNode[],
    mode: ReviewMode,
    isStep: boolean,
    step: HeadStep | null = null,
  ): void {
    epochs.push(epochOf(nodes, mode, epochNumber(), step))
    current = epochs.length - 1
    editor.update(() => $setState($getRoot(), epochState, epochs.length - 1), {
      discrete: true,
      tag: isStep ? HISTORY_PUSH_TAG : HISTORY_MERGE_TAG,
    })
  }

  function change(nodes: readonly ReviewNode[], step: HeadStep | null = null): boolean {
    const { mode } = epoch()
    if (step) heads.take(step, 'after')
    const { frontMatter, body } = splitArticle(document.text())
    const accepted = readNodes(nodes, 'accepted')
    const isSame = accepted === body
    if (!isSame && !document.adopt(frontMatter + accepted)) {
      if (step) heads.take(step, 'before')
      return false
    }
    begin(nodes, mode, isSame, step)
    return true
  }

  const isEditable = (): boolean => desk.readOnly === undefined && epoch().mode !== 'reading'
  editor.setEditable(isEditable())
  const stopFollowing = editor.registerUpdateListener(() => {
    // Undo past the switch brings the mode back in which the text of that time was written.
    if (editor.isEditable() !== isEditable()) editor.setEditable(isEditable())
    if (epochNumber() !== current) goTo(epochNumber())
  })

  /** Undo and redo go to another epoch: what was decided about the heads on the way goes along. */
  function goTo(next: number): void {
    const back = wayFrom(current, epochs)
    const forth = wayFrom(next, epochs)
    current = next
    for (const each of back) {
      if (!forth.includes(each) && each.heads) heads.take(each.heads, 'before')
    }
    for (const each of forth.toReversed()) {
      if (!back.includes(each) && each.heads) heads.take(each.heads, 'after')
    }
  }

  const sign = (words: string): string =>
    writeComment({ author: desk.reviewer().handle, time: minuteOf(desk.now()), text: words })

  /** Edits what is said of something: where a comment stands, or else where the last one does. */
  function setOn(
    target: Thread | Suggestion,
    edit: (raw: string[]) => string[],
    comment?: string,
  ): void {
    if (target.head !== undefined) {
      const step = heads.planComments(target.id, (raw) => edit([...raw]))
      if (step) change(nodesNow(), step)
      return
    }
    const nodes = 'node' in target ? [target.node] : target.nodes
    const holds = (each: ReviewNode): boolean =>
      each.kind !== 'text' && comment !== undefined && each.comments.includes(comment)
    const node = nodes.find(holds) ?? nodes.at(-1)
    if (!node || node.kind === 'text') return
    change(setComments(nodesNow(), node, edit([...node.comments])))
  }

  const review: ArticleReview = {
    mode: () => epoch().mode,
    setMode(mode) {
      if (mode !== epoch().mode) begin(nodesNow(), mode, false)
    },
    list() {
      const nodes = nodesNow()
      const head = heads.list()
      if (listed?.nodes !== nodes || listed.head !== head) {
        listed = { nodes, head, list: joinLists(head, listReview(nodes)) }
      }
      return listed.list
    },
    original: document.field,
    accepted: () => splitArticle(document.text()).body,
    nodes: nodesNow,
    decide(decisionOn) {
      try {
        const isDone = change(decide(nodesNow(), decisionOn), heads.plan(decisionOn))
        return isDone ? null : 'That could not be shown on this page, so nothing was changed.'
      } catch (error) {
        if (error instanceof Entangled) return error.message
        throw error
      }
    },
    comment(on, words) {
      const comment = sign(words)
      const step = on.head === undefined ? null : heads.planThread(on.head, comment)
      if (step) change(nodesNow(), step)
      else change(addComment(nodesNow(), on, comment))
    },
    reply: (to, words) => setOn(to, (raw) => [...raw, sign(words)]),
    rewrite(thread, index, words) {
      const said = saidIn(thread)[index]
      if (!said) return
      const written = writeComment(said)
      const again = words.trim() === '' ? [] : [writeComment({ ...said, text: words })]
      setOn(
        thread,
        (raw) => (raw.includes(written) ? raw.toSpliced(raw.indexOf(written), 1, ...again) : raw),
        written,
      )
    },
    setResolved: (thread, isResolved) =>
      setOn(thread, (raw) => {
        const { handle } = desk.reviewer()
        if (isResolved) return [...raw, resolution(handle, minuteOf(desk.now()))]
        // In the text the first one says whose it is.
        const isHead = thread.head !== undefined
        return raw.filter(
          (comment, index) => (index === 0 && !isHead) || !/\[resolved\]\s*$/.test(comment),
        )
      }),
  }

  function setField(name: HeadField, value: string): void {
    const { mode } = epoch()
    if (mode === 'reading') return
    if (mode === 'editing') heads.edit(name, value)
    else heads.suggest(name, value, { author: desk.reviewer().handle, time: minuteOf(desk.now()) })
  }

  /** Whether the file is what the editor writes, without a mark. */
  function isPlain(): boolean {
    const { nodes, mode } = epoch()
    if (mode === 'suggesting' || heads.mentions(desk.reviewer().handle)) return false
    return nodes.every(({ kind }) => kind === 'text')
  }

  function fileText(): string {
    if (isPlain()) return document.text()
    const nodes = nodesNow()
    const { frontMatter } = splitArticle(document.text())
    const me = desk.reviewer()
    const isNew = !mentions(opened.nodes, me.handle)
    const takesPart = (isNew && mentions(nodes, me.handle)) || heads.mentions(me.handle)
    const file = serialiseReview({
      frontMatter: takesPart ? withReviewer(frontMatter, me) : frontMatter,
      nodes,
    })
    marked = { version: document.version(), at: desk.now().getTime(), pieces: [file] }
    return file
  }

  /**
   * Marking costs more than a keystroke may: what is asked for between two saves may be a moment old.
   * Right after `text` it is that text.
   */
  function piecesNow(): readonly string[] {
    if (isPlain()) return document.pieces()
    const isOld = desk.now().getTime() - marked.at > MARKS_MS
    if (marked.version !== document.version() && (isOld || marked.pieces.length === 0)) fileText()
    return marked.pieces
  }

  return {
    ...document,
    // Getters that the document replaces as it adopts other texts are asked anew each time.
    frontMatterFields: () => document.frontMatterFields(),
    review,
    text: fileText,
    pieces: piecesNow,
    content() {
      const content = document.content()
      if (heads.list().suggestions.length === 0) return content
      const [title, standfirst] = [heads.field('title'), heads.field('standfirst')]
      return { ...content, meta: { ...content.meta, title, standfirst } }
    },
    field: heads.field,
    setField,
    setKey(key, value) {
      // Slug, status and the like are no part of the text under review.
      const head = heads.fieldAt(key)
      if (head && typeof value === 'string') setField(head, value)
      else if (epoch().mode !== 'reading') document.setKey(key, value)
    },
    adopt(next, how) {
      const parsed = parseReview(next)
      const file = acceptedFile(parsed)
      if (!document.adopt(file, how)) return false
      begin(parsed.nodes, epoch().mode, false)
      return true
    },
    dispose() {
      stopFollowing()
      document.dispose()
    },
  }
}

/** How old the marks in a journal may be. */
const MARKS_MS = 1000

/** A list with what it was made from. */
interface Listed {
  readonly nodes: readonly ReviewNode[]
  readonly head: ReviewList
  readonly list: ReviewList
}

/** The file as it was last written with its marks. */
interface Marked {
  readonly version: number
  readonly at: number
  readonly pieces: readonly string[]
}

const EDITING: EditMode = { kind: 'editing' }
const EMPTY = epochOf([], 'editing')

function epochOf(
  nodes: readonly ReviewNode[],
  mode: ReviewMode,
  from = -1,
  heads: HeadStep | null = null,
): Epoch {
  return { nodes, mode, times: new Map(), composer: createComposer(nodes), from, heads }
}

/** An epoch and those that it came after, the latest first. */
function wayFrom(number: number, epochs: readonly Epoch[]): readonly Epoch[] {
  const way: Epoch[] = []
  for (let at = epochs[number]; at; at = epochs[at.from]) way.push(at)
  return way
}

function acceptedFile({ frontMatter, nodes }: ReturnType<typeof parseReview>): string {
  return frontMatter + readNodes(nodes, 'accepted')
}

function saidIn(thread: Thread | Suggestion): readonly ReviewComment[] {
  return 'node' in thread ? thread.comments : thread.replies
}

/** Whether someone made or said anything in a review. */
function mentions(nodes: readonly ReviewNode[], handle: string): boolean {
  return serialiseReview({ frontMatter: '', nodes }).includes(`{>>@${handle} `)
}
