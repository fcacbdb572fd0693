import { useEffect, useReducer } from 'react'
import { useDesk } from '../app/DeskContext'
import type { ArticleSession } from '../state/articleSession'

/** How long the cards may trail the page. */
const DELAY_MS = 250

/** Draws the component anew shortly after the article or its review has changed. */
export function useReview(session: ArticleSession): void {
  const { clock } = useDesk()
  const [, draw] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    let cancel: (() => void) | null = null
    const stop = session.onChange(() => {
      cancel ??= clock.after(DELAY_MS, () => {
        cancel = null
        draw()
      })
    })
    return () => {
      stop()
      cancel?.()
    }
  }, [clock, session])
}
