import {
  BuilderElement,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type ICommentOptions,
  type IContext,
  InsertedTextRun,
  type IRunOptions,
  NextAttributeComponent,
  Paragraph,
  type ParagraphChild,
  TextRun,
  XmlComponent,
} from 'docx'
import type { Element } from 'hast'
import type { MarkedReview } from '../../compare/review'

/** Who made a change, and when, as a document says it. */
export interface TrackedBy {
  readonly id: number
  readonly author: string
  readonly date: string
}

export type Track = { readonly kind: 'insertion' | 'deletion'; readonly by: Omit<TrackedBy, 'id'> }

/** A document must say when; this is said of what other programs marked without a time. */
const NO_TIME = '1970-01-01T00:00:00Z'

/** The change that an element stands for: a mark in a text, or a block that came or went. */
export function trackOf({ tagName, properties }: Element): Track | undefined {
  const { className, dataAuthor, dataTime } = properties
  const classes = Array.isArray(className) ? className : []
  const isMark = classes.includes('change')
  const isIn = (isMark && tagName === 'ins') || classes.includes('is-inserted')
  const isOut = (isMark && tagName === 'del') || classes.includes('is-deleted')
  if (!isIn && !isOut) return undefined
  const time = typeof dataTime === 'string' ? dataTime : NO_TIME
  return {
    kind: isIn ? 'insertion' : 'deletion',
    by: {
      author: typeof dataAuthor === 'string' ? dataAuthor : 'Unknown',
      // Word wants seconds.
      date: time.replace(/T(\d\d:\d\d)Z$/, 'T$1:00Z'),
    },
  }
}

/** Numbers changes: each has its own in a document. */
export interface Tracking {
  next(track: Track): TrackedBy
}

export function createTracking(): Tracking {
  // Comments are numbered from 0 on; some programs take a change with such a number for one.
  let id = 100_000
  return { next: ({ by }) => ({ id: id++, ...by }) }
}

/** Words that are inserted or deleted. */
export function trackedText(
  text: string,
  marks: Partial<IRunOptions>,
  track: Track,
  tracking: Tracking,
): ParagraphChild {
  const run =
    track.kind === 'insertion'
      ? new TextRun({ ...marks, text })
      : new TextRun({ ...marks, children: [new DeletedWords(text)] })
  return trackedRuns([run], track, tracking)
}

/** The library's own deleted run loses the spaces at its ends. */
class DeletedWords extends XmlComponent {
  constructor(text: string) {
    super('w:delText')
    this.root.push(new NextAttributeComponent({ space: { key: 'xml:space', value: 'preserve' } }))
    this.root.push(text)
  }
}

/** Runs that are inserted or deleted, whatever they hold. */
export function trackedRuns(
  runs: readonly ParagraphChild[],
  track: Track,
  tracking: Tracking,
): ParagraphChild {
  const name = track.kind === 'insertion' ? 'w:ins' : 'w:del'
  return new TrackedRuns(name, tracking.next(track), runs)
}

/** The library lets only its own run of one text be a change: this stands for that one. */
class TrackedRuns extends InsertedTextRun {
  constructor(
    private readonly element: string,
    private readonly by: TrackedBy,
    private readonly runs: readonly ParagraphChild[],
  ) {
    super({ ...by, text: '' })
  }

  override prepForXml(context: IContext): ReturnType<InsertedTextRun['prepForXml']> {
    const { id, author, date } = this.by
    const whole = new BuilderElement({
      name: this.element,
      attributes: {
        id: { key: 'w:id', value: id },
        author: { key: 'w:author', value: author },
        date: { key: 'w:date', value: date },
      },
      children: this.runs.filter((run) => run instanceof XmlComponent),
    })
    return whole.prepForXml(context)
  }
}

/** The comments of each thread by their numbers; those of one thread are side by side. */
interface NumberedThread {
  readonly first: number
  readonly count: number
}

export interface Threads {
  readonly comments: readonly ICommentOptions[]
  /** What stands where a thread begins or ends; null for any other element. */
  markOf(node: Element): readonly ParagraphChild[] | null
}

export function createThreads({ threads }: MarkedReview): Threads {
  const numbered: NumberedThread[] = []
  const comments: ICommentOptions[] = []
  for (const thread of threads) {
    const first = comments.length
    numbered.push({ first, count: thread.comments.length })
    thread.comments.forEach(({ author, time, text }, index) => {
      comments.push({
        id: first + index,
        author,
        initials: initialsOf(author),
        ...(time === null ? {} : { date: new Date(time) }),
        children: [new Paragraph({ children: [new TextRun(text)] })],
        // One that is answered to nothing makes the library write which threads are resolved.
        parentId: index > 0 ? first : -1,
        resolved: thread.isResolved,
      })
    })
  }

  function each(number: unknown, make: (id: number) => readonly ParagraphChild[]) {
    const { first, count } = numbered[Number(number)] ?? { first: 0, count: 0 }
    return Array.from({ length: count }, (_, index) => make(first + index)).flat()
  }

  return {
    comments,
    markOf({ properties: { dataThreadStart, dataThreadEnd } }) {
      if (dataThreadStart !== undefined) {
        return each(dataThreadStart, (id) => [new CommentRangeStart(id)])
      }
      if (dataThreadEnd === undefined) return null
      return each(dataThreadEnd, (id) => [
        new CommentRangeEnd(id),
        new TextRun({ children: [new CommentReference(id)] }),
      ])
    },
  }
}

function initialsOf(name: string): string {
  return name
    .split(/[\s._-]+/)
    .map((part) => [...part][0] ?? '')
    .join('')
    .toUpperCase()
    .slice(0, 3)
}
