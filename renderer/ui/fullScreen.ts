import { useEffect, useState } from 'react'

/** A window manager may refuse; then the window stays as it is. */
export async function toggleFullScreen(): Promise<void> {
  const { fullscreenElement, documentElement } = document
  const change =
    fullscreenElement === null ? documentElement.requestFullscreen() : document.exitFullscreen()
  await change.catch(() => undefined)
}

/** Whether the window fills the screen. What is shown full screen from here leaves it when it goes. */
export function useFullScreen(): { readonly isFull: boolean; toggle(): void } {
  const [isFull, setIsFull] = useState(() => document.fullscreenElement !== null)
  useEffect(() => {
    const wasFull = document.fullscreenElement !== null
    const look = () => setIsFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', look)
    return () => {
      document.removeEventListener('fullscreenchange', look)
      if (!wasFull && document.fullscreenElement !== null) void toggleFullScreen()
    }
  }, [])
  return { isFull, toggle: () => void toggleFullScreen() }
}
