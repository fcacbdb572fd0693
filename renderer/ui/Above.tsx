import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { Layer } from './Layer'

interface AboveProps {
  readonly label: string
  readonly children: ReactNode
}

/**
 * Draws above the page what belongs to a place on it, and outside of the panes: a press on what lies
 * in a pane, over the line between two, is a press on the line, which takes the keyboard.
 */
export function Above({ label, children }: AboveProps) {
  return createPortal(<Layer label={label}>{children}</Layer>, document.body)
}
