import { useEffect, useReducer } from 'react'
import { useDesk } from '../app/DeskContext'
import type { ArticleSession } from '../state/articleSession'
import { whenQuiet } from '../state/whenQuiet'

/** How long the cards may trail the page, after the last key and while keys go on. */
const TRAILING = { quiet: 250, most: 1000 } as const

/** Draws the component anew shortly after the article or its review has changed. */
export function useReview(session: ArticleSession): void {
  const { clock } = useDesk()
  const [, draw] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const trailing = whenQuiet(clock, draw, TRAILING)
    const stop = session.onChange(trailing.note)
    return () => {
      stop()
      trailing.stop()
    }
  }, [clock, session])
}
