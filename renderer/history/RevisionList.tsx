import { useVirtualizer } from '@tanstack/react-virtual'
import { Pin } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { useNow } from '../library/useNow'
import styles from './HistoryPane.module.css'
import { sizeOf, timeOf } from './revisionFace'
import type { Revision } from './useHistory'

const ROW_HEIGHT = 52

interface RevisionListProps {
  readonly revisions: readonly Revision[]
  readonly chosen: number | null
  onChoose(n: number): void
}

/** The versions, newest first. The list has the focus; the chosen row is the one looked at. */
export function RevisionList({ revisions, chosen, onChoose }: RevisionListProps) {
  const now = useNow()
  const listId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: revisions.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => revisions[index]?.n ?? index,
    overscan: 8,
  })
  const at = Math.max(
    0,
    revisions.findIndex(({ n }) => n === chosen),
  )
  useEffect(() => virtual.scrollToIndex(at, { align: 'auto' }), [at, virtual])

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT))
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -revisions.length,
      End: revisions.length,
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const to = revisions[Math.min(revisions.length - 1, Math.max(0, at + step))]
    if (to !== undefined) onChoose(to.n)
  }

  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        role="listbox"
        aria-label="Versions"
        tabIndex={0}
        className={styles.list}
        style={{ height: virtual.getTotalSize() }}
        aria-activedescendant={
          revisions[at] === undefined ? undefined : `${listId}-${revisions[at].n}`
        }
        data-pane-focus
        onKeyDown={onKeyDown}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const revision = revisions[index]
          if (revision === undefined) return null
          const { n, name, pinned, reason } = revision
          return (
            <div
              key={n}
              id={`${listId}-${n}`}
              role="option"
              aria-selected={index === at}
              aria-setsize={revisions.length}
              aria-posinset={index + 1}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => onChoose(n)}
            >
              <span className={styles.when}>
                {timeOf(revision.time, now)}
                {pinned ? <Pin size={13} aria-label="Kept for good" /> : null}
              </span>
              <span className={styles.what}>
                {name === '' ? sizeOf(revision) : <strong className={styles.name}>{name}</strong>}
                {reason === 'found' && name === '' ? ' · found in the file' : ''}
              </span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
