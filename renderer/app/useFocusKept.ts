import { useEffect } from 'react'
import { useDesk } from './DeskContext'
import { catchFocus } from './panes'

/** For what can have the focus and go: the page has the keyboard then. */
export function useFocusKept(): void {
  const desk = useDesk()
  useEffect(() => () => catchFocus(desk), [desk])
}
