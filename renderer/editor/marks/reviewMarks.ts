import type { ReviewedDocument } from '../../../shared/document/reviewedDocument'
import { type Reviewer, reviewersIn, type Stretch } from '../../../shared/review'
import type { Clock } from '../../state/clock'
import { PEOPLE_COLOURS } from '../../state/people'
import { whenQuiet } from '../../state/whenQuiet'
import { blocksOf, type PlacedBlock, placedBlocks, rangeIn, textsIn } from '../reviewPlaces'
import { type BlockMarks, type PlacedWords, rangesOfStretches } from './blockMarks'
import { drawWords } from './drawWords'
import { isOn, STRUCK, struckAtCaret, struckAtPoint } from './markAt'
import { createNearView } from './nearView'
import { planMarks } from './plan'

/** How long marks may trail the page, after the last key and while keys go on. */
const TRAILING = { quiet: 120, most: 400 } as const

const NAMES = [
  'review-comment',
  'review-deletion',
  'review-current',
  ...PEOPLE_COLOURS.map((colour) => `review-${colour}`),
]

export interface ReviewMarks {
  /** Shows one stretch as the one that is looked at. */
  point(stretch: Stretch | null): void
  /** Id of what is marked at a point of the window, the narrowest where there are several. */
  atPoint(x: number, y: number): string | null
  /** Id of what is marked where the caret stands. */
  atCaret(): string | null
  dispose(): void
}

/** What one block shows of the review, and what it was drawn from. */
interface Drawn {
  readonly from: string
  readonly ranges: ReturnType<typeof rangesOfStretches>
}

const NOTHING: BlockMarks = { words: [], stretches: [] }

/** Paints suggestions and comments over the page; a block is painted anew when it or its marks changed. */
export function createReviewMarks(document: ReviewedDocument, clock: Clock): ReviewMarks {
  const registry = 'highlights' in CSS ? CSS.highlights : null
  const highlights = new Map(
    NAMES.map((name) => [name, registry === null ? null : new Highlight()]),
  )
  const drawn = new Map<HTMLElement, Drawn>()
  let known: { readonly of: string; readonly people: readonly Reviewer[] } = { of: '', people: [] }

  for (const [name, highlight] of highlights) if (highlight) registry?.set(name, highlight)

  function people(): readonly Reviewer[] {
    const of = document.frontMatter()
    if (known.of !== of) known = { of, people: reviewersIn(of) }
    return known.people
  }

  // A browser looks at each range again in every frame: those that nobody sees are kept back.
  const near = createNearView(show)

  function show(element: HTMLElement, isShown: boolean): void {
    for (const { name, range } of drawn.get(element)?.ranges ?? []) {
      if (isShown) highlights.get(name)?.add(range)
      else highlights.get(name)?.delete(range)
    }
  }

  function forget(element: HTMLElement): void {
    show(element, false)
    drawn.delete(element)
    near.forget(element)
  }

  function paint(): void {
    // In the middle of a character nothing may move under the caret.
    if (document.editor.isComposing()) {
      soon()
      return
    }
    const list = document.review.list()
    if (list.suggestions.length + list.threads.length + drawn.size === 0) return
    const blocks = placedBlocks(document)
    const plan = planMarks(list, blocks, people())
    const changed = new Map<PlacedBlock, BlockMarks>()
    for (const block of blocks) {
      const marks = plan.get(block)
      if (marks ? !isDrawn(block, marks) : drawn.has(block.element)) {
        changed.set(block, marks ?? NOTHING)
      }
    }
    if (changed.size > 0) drawWords(document, wordsOf(changed))
    for (const [block, marks] of changed) drawStretches(block, marks)
    const standing = new Set(blocks.filter((each) => plan.has(each)).map(({ element }) => element))
    for (const element of drawn.keys()) if (!standing.has(element)) forget(element)
  }

  function drawStretches(block: PlacedBlock, marks: BlockMarks): void {
    const { element } = block
    if (marks === NOTHING) {
      forget(element)
      return
    }
    show(element, false)
    const ranges = rangesOfStretches(block, marks.stretches)
    drawn.set(element, { from: printOf(block, marks), ranges })
    if (near.has(element)) show(element, true)
    else near.watch(element)
  }

  function isDrawn(block: PlacedBlock, marks: BlockMarks): boolean {
    const before = drawn.get(block.element)
    if (before?.from !== printOf(block, marks)) return false
    return before.ranges.every(({ range }) => !range.collapsed)
  }

  const trailing = whenQuiet(clock, paint, TRAILING)
  const soon = trailing.note

  function narrowest(node: Node, isHit: (range: Range) => boolean): string | null {
    let found: { readonly id: string; readonly length: number } | null = null
    for (const [element, { ranges }] of drawn) {
      if (!element.contains(node)) continue
      for (const { id, range } of ranges) {
        const { length } = range.toString()
        if (isHit(range) && (found === null || length < found.length)) found = { id, length }
      }
    }
    return found?.id ?? null
  }

  const stop = document.onChange(soon)
  soon()
  return {
    point(stretch) {
      const current = highlights.get('review-current')
      current?.clear()
      if (stretch === null) return
      for (const range of rangesOf(placedBlocks(document), stretch)) current?.add(range)
    },
    atPoint(x, y) {
      const root = document.editor.getRootElement()
      if (root === null) return null
      const struck = struckAtPoint(root, x, y)
      if (struck !== null) return struck
      const here = root.ownerDocument.elementFromPoint(x, y)
      return here === null ? null : narrowest(here, (range) => isOn(range, x, y))
    },
    atCaret() {
      const root = document.editor.getRootElement()
      const selection = root?.ownerDocument.getSelection()
      const node = selection?.focusNode
      if (!root || !selection || !node || !root.contains(node)) return null
      const offset = selection.focusOffset
      return (
        struckAtCaret(node, offset) ??
        narrowest(node, (range) => range.isPointInRange(node, offset))
      )
    },
    dispose() {
      stop()
      trailing.stop()
      near.stop()
      for (const name of NAMES) registry?.delete(name)
    },
  }
}

function wordsOf(
  marks: ReadonlyMap<PlacedBlock, BlockMarks>,
): ReadonlyMap<PlacedBlock, readonly PlacedWords[]> {
  return new Map([...marks].map(([block, { words }]) => [block, words]))
}

/** What a block's marks depend on: its text, how it is parted on the page, and the marks themselves. */
function printOf(block: PlacedBlock, { words, stretches }: BlockMarks): string {
  const relative = (place: number): number => place - block.start
  return JSON.stringify([
    block.markdown,
    textsIn(block.element).map(({ data }) => data.length),
    words.length === 0 ? 0 : block.element.querySelectorAll(STRUCK).length,
    words.map(({ id, at, words: said, look, colour }) => [id, relative(at), said, look, colour]),
    stretches.map(({ id, name, stretch }) => [
      id,
      name,
      Math.max(-1, relative(stretch.start)),
      Math.min(block.markdown.length + 1, relative(stretch.end)),
    ]),
  ])
}

function rangesOf(blocks: readonly PlacedBlock[], stretch: Stretch): readonly Range[] {
  return blocksOf(blocks, stretch).flatMap((block) => {
    const range = rangeIn(block, stretch)
    return range === null ? [] : [range]
  })
}
