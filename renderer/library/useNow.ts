import { useEffect, useState } from 'react'
import { useDesk } from '../app/DeskContext'

const MINUTE = 60_000

/** The time, told once a minute: often enough for `5 min ago`. */
export function useNow(): number {
  const { clock } = useDesk()
  const [now, setNow] = useState(() => clock.now())
  useEffect(() => {
    let stop: () => void
    const tick = () => {
      setNow(clock.now())
      stop = clock.after(MINUTE, tick)
    }
    stop = clock.after(MINUTE, tick)
    return () => stop()
  }, [clock])
  return now
}
