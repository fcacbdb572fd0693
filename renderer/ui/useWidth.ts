import { type RefObject, useLayoutEffect, useState } from 'react'

/** The width of an element's content in pixels, kept true; `null` until it is known. */
export function useWidth(ref: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const sizes = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.floor(entry.contentRect.width))
    })
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [ref])
  return width
}
