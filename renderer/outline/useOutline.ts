import { useEffect, useState } from 'react'
import type { OutlineEntry } from '../../shared/document/outline/outline'
import type { ArticleOutline } from '../state/articleSession'

export interface ShownOutline {
  readonly entries: readonly OutlineEntry[]
  readonly currentKey: string | null
}

function isSame(a: ShownOutline, b: ShownOutline): boolean {
  return (
    a.currentKey === b.currentKey &&
    a.entries.length === b.entries.length &&
    a.entries.every((entry, index) => {
      const other = b.entries[index]
      return entry.key === other?.key && entry.level === other.level && entry.text === other.text
    })
  )
}

/** The headings as they stand, and the one the caret is under; drawn anew only when that changes. */
export function useOutline(outline: ArticleOutline): ShownOutline {
  const read = (): ShownOutline => ({
    entries: outline.entries(),
    currentKey: outline.current()?.key ?? null,
  })
  const [shown, setShown] = useState(read)
  useEffect(() => {
    const look = () =>
      setShown((before) => {
        const now = { entries: outline.entries(), currentKey: outline.current()?.key ?? null }
        return isSame(before, now) ? before : now
      })
    look()
    return outline.onChange(look)
  }, [outline])
  return shown
}
