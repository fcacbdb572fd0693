import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { type OutlineEntry, sectionLength } from '../../shared/document/outline/outline'
import { useArticle } from '../app/DeskContext'
import type { ArticleOutline } from '../state/articleSession'
import styles from './OutlinePane.module.css'
import { useOutline } from './useOutline'

/** The article's headings: to see where one is, to go there, and to put sections in another order. */
export function OutlinePane() {
  const outline = useArticle((state) => state.session?.outline)
  return (
    <nav className={styles.pane} data-pane="outline" aria-label="Outline">
      <h2 className={styles.title}>Outline</h2>
      {outline === undefined ? null : <Sections outline={outline} />}
    </nav>
  )
}

/** Where a dragged section would be put: in front of the entry at this place. */
type DropPlace = number | null

function Sections({ outline }: { readonly outline: ArticleOutline }) {
  const { entries, currentKey } = useOutline(outline)
  const [cursor, setCursor] = useState<string | null>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  const [drop, setDrop] = useState<DropPlace>(null)
  const list = useRef<HTMLDivElement>(null)
  const least = Math.min(...entries.map(({ level }) => level))
  const at = Math.max(
    0,
    entries.findIndex(({ key }) => key === (cursor ?? currentKey)),
  )

  /** The section that was moved by key, until it is drawn in its new place. */
  const moved = useRef<string | null>(null)

  useEffect(() => {
    if (moved.current === null || entries.length === 0) return
    list.current?.querySelector<HTMLElement>(`[data-key="${moved.current}"]`)?.focus()
    moved.current = null
  }, [entries])

  if (entries.length === 0) {
    return (
      <p className={styles.empty}>
        No headings yet. Type <kbd>##</kbd> and a space to make one.
      </p>
    )
  }

  function press(event: KeyboardEvent): void {
    const entry = entries[at]
    if (entry === undefined) return
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    const isMove = event.altKey && event.shiftKey
    if (step !== undefined && isMove) moveByKey(outline, entries, at, step)
    else if (step !== undefined) focusRow(entries[at + step])
    else if (event.key === 'Home') focusRow(entries[0])
    else if (event.key === 'End') focusRow(entries.at(-1))
    else if (event.key === 'Enter') outline.goTo(entry)
    else if (isMove && event.key === 'ArrowLeft') outline.shift(entry, -1)
    else if (isMove && event.key === 'ArrowRight') outline.shift(entry, 1)
    else return
    event.preventDefault()
    if (!isMove) return
    moved.current = entry.key
    setCursor(entry.key)
  }

  function focusRow(entry: OutlineEntry | undefined): void {
    if (entry === undefined) return
    setCursor(entry.key)
    list.current?.querySelector<HTMLElement>(`[data-key="${entry.key}"]`)?.focus()
  }

  function dragOver(event: DragEvent, index: number): void {
    if (dragged === null) return
    event.preventDefault()
    const { top, height } = event.currentTarget.getBoundingClientRect()
    const isAbove = event.clientY < top + height / 2
    setDrop(isAbove ? index : index + sectionLength(entries, index))
  }

  function dropHere(event: DragEvent): void {
    event.preventDefault()
    const entry = entries.find(({ key }) => key === dragged)
    if (entry !== undefined && drop !== null) outline.move(entry, entries[drop] ?? null)
    setDragged(null)
    setDrop(null)
  }

  return (
    <div
      ref={list}
      className={styles.list}
      role="tree"
      aria-label="Headings"
      onKeyDown={press}
      onDragLeave={() => setDrop(null)}
    >
      {entries.map((entry, index) => (
        <div
          key={entry.key}
          data-key={entry.key}
          role="treeitem"
          aria-level={entry.level - least + 1}
          aria-selected={entry.key === currentKey}
          aria-current={entry.key === currentKey ? 'location' : undefined}
          tabIndex={index === at ? 0 : -1}
          data-pane-focus={index === at ? '' : undefined}
          data-level={Math.min(entry.level - least, 4)}
          data-drop={drop === index ? 'before' : dropAtEnd(drop, index, entries.length)}
          className={styles.row}
          draggable
          onClick={() => {
            setCursor(entry.key)
            outline.goTo(entry)
          }}
          onFocus={() => setCursor(entry.key)}
          onKeyDown={() => undefined}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move'
            event.dataTransfer.setData('text/plain', entry.text)
            setDragged(entry.key)
          }}
          onDragEnd={() => {
            setDragged(null)
            setDrop(null)
          }}
          onDragOver={(event) => dragOver(event, index)}
          onDrop={dropHere}
        >
          {entry.text || 'Untitled'}
        </div>
      ))}
      <p className={styles.hint}>Drag a heading to move its section.</p>
    </div>
  )
}

function dropAtEnd(drop: DropPlace, index: number, count: number): 'after' | undefined {
  return drop === count && index === count - 1 ? 'after' : undefined
}

/** Past the section before it or after it; a part of a section stays behind no further than its own. */
function moveByKey(
  outline: ArticleOutline,
  entries: readonly OutlineEntry[],
  at: number,
  step: number,
): void {
  const entry = entries[at]
  if (entry === undefined) return
  if (step < 0) {
    const before = entries.findLast(({ level }, index) => index < at && level <= entry.level)
    if (before !== undefined) outline.move(entry, before)
    return
  }
  const next = at + sectionLength(entries, at)
  if (next < entries.length) {
    outline.move(entry, entries[next + sectionLength(entries, next)] ?? null)
  }
}
