import { CalledOff } from '../state/aside'
import type { Clock } from '../state/clock'
import type { Drawable } from './createPreview'
import type { PreviewSource } from './Preview'
import { readReviewTextAside, type WantedText } from './reviewTexts'

/** What these texts are made from. */
interface ReviewedText {
  version(): number
  text(): string
  onChange(listener: () => void): () => void
}

/** Both texts of an article are read for it, which is too much for each key. */
const DELAY_MS = 500

/** The original or the marked text of an article, a moment after its last change; null when called off. */
export async function openReviewSource(
  session: ReviewedText,
  shown: WantedText['shown'],
  clock: Clock,
  signal: AbortSignal,
): Promise<PreviewSource | null> {
  let version = -1
  const read = (over: AbortSignal): Promise<Drawable | null> => {
    version = session.version()
    return readOrLeave({ text: session.text(), shown }, over)
  }
  const first = await read(signal)
  if (first === null) return null
  let drawn = first
  return {
    content: () => drawn,
    onChange(listener) {
      let latest = new AbortController()
      let cancel: (() => void) | null = null
      const again = async (): Promise<void> => {
        const next = await read(latest.signal)
        if (next === null) return
        drawn = next
        listener()
      }
      const later = (): void => {
        cancel?.()
        latest.abort()
        latest = new AbortController()
        cancel = clock.after(DELAY_MS, () => void again())
      }
      const stop = session.onChange(later)
      // What was written while the first reading went on has told nobody.
      if (version !== session.version()) later()
      return () => {
        stop()
        cancel?.()
        latest.abort()
      }
    },
  }
}

async function readOrLeave(wanted: WantedText, signal: AbortSignal): Promise<Drawable | null> {
  try {
    const drawn = await readReviewTextAside(wanted, signal)
    return signal.aborted ? null : drawn
  } catch (error) {
    if (error instanceof CalledOff) return null
    throw error
  }
}
