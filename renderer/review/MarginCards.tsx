import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Shown } from '../../shared/document/reviewedDocument'
import type { ArticleSession } from '../state/articleSession'
import styles from './MarginCards.module.css'
import { stackCards } from './stackCards'

const GAP = 8

/** What stands in the margin beside a stretch of the text. */
export interface MarginItem {
  readonly id: string
  readonly on: Shown
  draw(): ReactNode
}

interface MarginCardsProps {
  readonly session: ArticleSession
  readonly items: readonly MarginItem[]
  readonly current: string | null
}

/** Cards level with their text. Only those near the view are drawn; they move with the page. */
export function MarginCards({ session, items, current }: MarginCardsProps) {
  const { review } = session
  const box = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState<readonly string[]>([])
  const tops = useMemo(() => review.placing(items), [items, review])

  const place = useMemo(
    () => () => {
      const margin = box.current
      if (margin === null) return
      const found = tops()
      setNear((before) => {
        const now = [...found.keys()]
        return now.join() === before.join() ? before : now
      })
      const origin = margin.getBoundingClientRect().top
      const edge = review.viewTop()
      const cards = [...margin.children].flatMap((card) => {
        if (!(card instanceof HTMLElement)) return []
        const id = card.dataset.card ?? ''
        const top = found.get(id)
        if (top === undefined) return []
        // The margin begins below the pane's head: what is read beside that has its card at the top.
        const level = top < edge ? top - origin : Math.max(0, top - origin)
        return [{ id, card, top: level, height: card.offsetHeight }]
      })
      // Down the article the place that stands level moves down the window, so that every card comes by.
      const view = margin.clientHeight
      const line = review.scrolled() * view
      const read = cards.find(({ top }) => top >= line) ?? cards.at(-1)
      const anchor = cards.find(({ id }) => id === current) ?? read
      const seen = cards.filter(({ top }) => top >= 0 && top <= view)
      const isRoom = seen.reduce((sum, { height }) => sum + height + GAP, 0) <= view
      const ends = isRoom ? { least: 0, most: view } : {}
      const stacked = stackCards(cards, anchor?.id ?? null, GAP, ends)
      for (const { id, card } of cards) {
        card.style.transform = `translateY(${Math.round(stacked.get(id) ?? 0)}px)`
        card.style.visibility = 'visible'
      }
    },
    [current, review, tops],
  )

  useLayoutEffect(place)

  useEffect(() => {
    let frame = 0
    const later = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0
        place()
      })
    }
    const sizes = new ResizeObserver(later)
    const watch = (): void => {
      for (const card of box.current?.children ?? []) sizes.observe(card)
    }
    const drawnAnew = new MutationObserver(watch)
    if (box.current) {
      sizes.observe(box.current)
      drawnAnew.observe(box.current, { childList: true })
    }
    watch()
    const stop = review.onMove(later)
    return () => {
      cancelAnimationFrame(frame)
      sizes.disconnect()
      drawnAnew.disconnect()
      stop()
    }
  }, [place, review])

  const drawn = new Set(near)
  return (
    <div className={styles.margin} ref={box} onWheel={(event) => review.scrollBy(event.deltaY)}>
      {items
        .filter(({ id }) => drawn.has(id))
        .map(({ id, draw }) => (
          <div key={id} className={styles.card} data-card={id}>
            {draw()}
          </div>
        ))}
    </div>
  )
}
