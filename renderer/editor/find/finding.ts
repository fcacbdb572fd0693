import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  createFinder,
  type Find,
  type FindState,
  type HeadFields,
} from '../../../shared/document/finding/finder'
import type { FindQuery } from '../../../shared/text/pattern'
import { travel, type Way } from '../historyActions'
import { createFieldMarks } from './fieldMarks'
import {
  clearFinds,
  fieldOf,
  paintFinds,
  rangeOf,
  selectFind,
  selectionRange,
  showFind,
} from './findRanges'

export interface FindingState {
  readonly shown: 'none' | 'find' | 'replace'
  /** Grows each time the bar is asked for, so that its field takes the keyboard again. */
  readonly asked: number
  readonly query: FindQuery
  readonly inSelection: boolean
  readonly count: number
  /** The one that is shown, from 0; -1 when there is none. */
  readonly current: number
  readonly problem: string | null
  /** The field that it is in; null for one in the text. */
  readonly where: string | null
}

export interface Finding {
  readonly store: StoreApi<FindingState>
  open(shown: 'find' | 'replace'): void
  close(): void
  setQuery(change: Partial<FindQuery>): void
  setInSelection(inSelection: boolean): void
  step(by: 1 | -1): void
  replaceCurrent(replacement: string): void
  /** Undoes or redoes what was replaced, from within the bar. */
  travel(way: Way): Promise<void>
  /** How many were replaced. */
  replaceAll(replacement: string): number
  dispose(): void
}

const EMPTY: FindQuery = { text: '', matchCase: false, wholeWord: false, regex: false }

/** How long the finds may trail the text while it is being written. */
const TRAIL_MS = 120

/** Find and replace in one open article: the state of its bar, and what the page shows of it. */
export function createFinding(
  editor: LexicalEditor,
  heads: HeadFields,
  scroller: () => HTMLElement | null,
): Finding {
  const finder = createFinder(editor, heads)
  const store = createStore<FindingState>(() => ({
    shown: 'none',
    asked: 0,
    query: EMPTY,
    inSelection: false,
    count: 0,
    current: -1,
    problem: null,
    where: null,
  }))
  const marks = createFieldMarks()
  let finds: readonly Find[] = []
  let ranges: readonly (Range | null)[] = []
  let within: Range | null = null
  let timer: ReturnType<typeof setTimeout> | null = null

  function take(found: FindState, choose: 'keep' | 'nearest'): void {
    const all = found.kind === 'found' ? found.finds : []
    const placed = all.map((find) => ({ find, range: rangeOf(editor, find) }))
    const kept = placed.filter(({ range }) => within === null || isInside(range, within))
    finds = kept.map(({ find }) => find)
    ranges = kept.map(({ range }) => range)
    const { current } = store.getState()
    const next =
      choose === 'nearest'
        ? nearest(ranges, selectionRange(editor))
        : Math.min(Math.max(current, 0), finds.length - 1)
    store.setState({
      count: finds.length,
      current: finds.length === 0 ? -1 : next,
      problem: found.kind === 'invalid' ? found.message : null,
    })
    paint()
  }

  /** What is painted: a find in a field as it stands in the field's copy. */
  function painted(): readonly (Range | null)[] {
    const drawn = finds.map((find, index) => {
      const field = fieldOf(editor, find)
      return field === null ? (ranges[index] ?? null) : marks.rangeIn(field, find.start, find.end)
    })
    marks.settle()
    return drawn
  }

  function paint(): void {
    const { current } = store.getState()
    paintFinds(painted(), current)
    const find = finds[current]
    const field = find === undefined ? null : fieldOf(editor, find)
    store.setState({ where: field?.ariaLabel ?? null })
  }

  function show(): void {
    const find = finds[store.getState().current]
    const range = ranges[store.getState().current]
    paint()
    if (!find || !range) return
    const block = find.block === null ? null : editor.getElementByKey(find.block)
    showFind(scroller(), block, range)
  }

  function clear(): void {
    clearFinds()
    marks.clear()
  }

  const stopStale = finder.onStale(() => {
    if (store.getState().shown === 'none' || timer !== null) return
    timer = setTimeout(() => {
      timer = null
      take(finder.state(), 'keep')
    }, TRAIL_MS)
  })

  function selectedText(): string {
    return editor.read(() => {
      const selection = $getSelection()
      return $isRangeSelection(selection) ? selection.getTextContent() : ''
    })
  }

  return {
    store,
    open(shown) {
      const { query, asked, shown: before } = store.getState()
      const selected = before === 'none' ? selectedText() : ''
      // Some words are looked for; more than a line is where to look.
      const text = selected !== '' && !selected.includes('\n') ? selected : query.text
      store.setState({ shown, asked: asked + 1, query: { ...query, text } })
      if (selected.includes('\n')) this.setInSelection(true)
      else take(finder.search({ ...query, text }), 'nearest')
    },
    close() {
      const find = finds[store.getState().current]
      // Before the bar goes, and the focus with it.
      editor.getRootElement()?.focus({ preventScroll: true })
      store.setState({ shown: 'none', inSelection: false })
      within = null
      clear()
      if (find) selectFind(editor, find)
      if (find?.line.field === undefined) editor.focus()
    },
    setQuery(change) {
      const query = { ...store.getState().query, ...change }
      store.setState({ query })
      take(finder.search(query), 'nearest')
      show()
    },
    setInSelection(inSelection) {
      const range = inSelection ? selectionRange(editor) : null
      within = range?.collapsed === false ? range : null
      store.setState({ inSelection: within !== null })
      take(finder.search(store.getState().query), 'nearest')
    },
    step(by) {
      const { shown, query } = store.getState()
      if (shown === 'none' && query.text !== '') take(finder.search(query), 'nearest')
      const { current, count } = store.getState()
      if (count === 0) return
      store.setState({ current: (current + by + count) % count })
      show()
      const find = finds[store.getState().current]
      if (shown === 'none' && find) {
        clear()
        selectFind(editor, find)
      }
    },
    replaceCurrent(replacement) {
      const find = finds[store.getState().current]
      if (find === undefined || !editor.isEditable()) return
      finder.replace([find], replacement)
      take(finder.state(), 'keep')
      show()
    },
    replaceAll(replacement) {
      const count = editor.isEditable() ? finds.length : 0
      if (count > 0) finder.replace(finds, replacement)
      take(finder.state(), 'keep')
      return count
    },
    travel: (way) => travel(editor, way),
    dispose() {
      if (timer !== null) clearTimeout(timer)
      stopStale()
      finder.dispose()
      clear()
    },
  }
}

function isInside(range: Range | null, outer: Range): boolean {
  return (
    range !== null &&
    range.compareBoundaryPoints(Range.START_TO_START, outer) >= 0 &&
    range.compareBoundaryPoints(Range.END_TO_END, outer) <= 0
  )
}

/** The first find from the caret on; they lie in order, so half of them are out each time. */
function nearest(ranges: readonly (Range | null)[], caret: Range | null): number {
  if (caret === null) return 0
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    const isBefore = range ? range.compareBoundaryPoints(Range.START_TO_START, caret) < 0 : false
    if (isBefore) low = middle + 1
    else high = middle
  }
  return low === ranges.length ? 0 : low
}
