import { useState } from 'react'
import styles from './ConflictView.module.css'

/** Shown on each side of a difference, so that a reader knows where in the article it is. */
const AROUND = 320
const LEAST = 80

/** Text that both versions have. Of a long stretch only the ends are shown, next to the differences. */
export function AgreedText({ text }: { readonly text: string }) {
  const [isWhole, setWhole] = useState(false)
  if (text.trim() === '') return null
  const hidden = text.length - 2 * AROUND
  if (isWhole || hidden < AROUND) return <p className={styles.agreed}>{text.trim()}</p>
  const head = text.slice(0, lastBreak(text, AROUND))
  const tail = text.slice(nextBreak(text, text.length - AROUND))
  const words = text
    .slice(head.length, text.length - tail.length)
    .split(/\s+/)
    .filter(Boolean)
  return (
    <div className={styles.agreed}>
      <p>{head.trim()}</p>
      <button type="button" className={styles.more} onClick={() => setWhole(true)}>
        {words.length.toLocaleString()} words that both versions have
      </button>
      <p>{tail.trim()}</p>
    </div>
  )
}

/** The end of a paragraph is the better place to stop, if one is near; else a space. */
function lastBreak(text: string, before: number): number {
  const paragraph = text.lastIndexOf('\n\n', before)
  if (paragraph >= LEAST) return paragraph
  const space = text.lastIndexOf(' ', before)
  return space > 0 ? space : before
}

function nextBreak(text: string, after: number): number {
  const paragraph = text.indexOf('\n\n', after)
  if (paragraph !== -1 && paragraph <= text.length - LEAST) return paragraph
  const space = text.indexOf(' ', after)
  return space === -1 ? after : space
}
