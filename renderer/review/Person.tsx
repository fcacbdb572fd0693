import { type Reviewer, reviewersIn } from '../../shared/review'
import { useDesk } from '../app/DeskContext'
import type { ArticleSession } from '../state/articleSession'
import { colourOf, reviewerOf } from '../state/people'
import styles from './Person.module.css'

interface PersonProps {
  readonly session: ArticleSession
  readonly handle: string | null
  readonly time: string | null
}

/** Who did something and when: a colour and letters, so that neither has to be seen alone. */
export function Person({ session, handle, time }: PersonProps) {
  const { stores } = useDesk()
  const me = reviewerOf(stores.layout.getState())
  const known: readonly Reviewer[] = [...reviewersIn(session.review.reviewers()), me]
  const name = known.find((each) => each.handle === handle)?.name
  const shown = name || (handle === null ? 'Someone' : `@${handle}`)
  return (
    <span className={styles.person}>
      <span className={styles.badge} data-colour={colourOf(handle, known)} aria-hidden>
        {initials(name || handle || '?')}
      </span>
      <span className={styles.name} title={handle === null ? undefined : `@${handle}`}>
        {shown}
      </span>
      {time === null ? null : (
        <time className={styles.time} dateTime={time}>
          {dayOf(time)}
        </time>
      )}
    </span>
  )
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const first = words[0]?.[0] ?? '?'
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''
  return (first + last).toUpperCase()
}

function dayOf(time: string): string {
  const date = new Date(time)
  if (Number.isNaN(date.getTime())) return time
  return date.toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })
}
