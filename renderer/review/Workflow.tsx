import { CircleCheck, CircleDashed } from 'lucide-react'
import { checklistFor } from '../../shared/document/checks'
import {
  offeredStatuses,
  REVIEWER_KEY,
  STATUS_DATES_KEY,
  STATUS_KEY,
  statusSince,
} from '../../shared/domain/workflow'
import { type ReviewSummary, reviewersIn, summariseReview } from '../../shared/review'
import { useDesk } from '../app/DeskContext'
import { useFindings } from '../publish/checks/useFindings'
import { changeSettings } from '../state/actions/settings'
import { assignReviewer, moveToStatus } from '../state/actions/workflow'
import type { ArticleSession } from '../state/articleSession'
import { reviewerOf } from '../state/people'
import hidden from '../ui/hidden.module.css'
import styles from './Workflow.module.css'

/** Where the article stands, whose turn it is, what its review comes to, and what its status asks for. */
export function Workflow({ session }: { readonly session: ArticleSession }) {
  const desk = useDesk()
  const fields = session.fields()
  const { status, reviewer } = session.meta()
  const known = status.toLowerCase()
  const since = statusSince(fields.get(STATUS_DATES_KEY), status)
  const own = reviewerOf(desk.stores.layout.getState())
  const handles = new Set([
    ...reviewersIn(session.review.reviewers()).map(({ handle }) => handle),
    ...(own.name === '' ? [] : [own.handle]),
    ...(reviewer === '' ? [] : [reviewer]),
  ])
  const isLocked = session.fieldsLocked !== undefined
  return (
    <section className={styles.workflow} aria-label="Workflow">
      <div className={styles.fields}>
        <label className={styles.field}>
          Status
          <select
            className={styles.select}
            disabled={isLocked}
            title={session.fieldsLocked}
            value={known}
            data-field-key={STATUS_KEY}
            onChange={({ target }) => moveToStatus(desk, session, target.value)}
          >
            <option value="">None</option>
            {offeredStatuses(known).map((each) => (
              <option key={each} value={each}>
                {each.replace(/^./u, (letter) => letter.toUpperCase())}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.field}>
          Reviewer
          <select
            className={styles.select}
            disabled={isLocked}
            title={session.fieldsLocked}
            value={reviewer}
            data-field-key={REVIEWER_KEY}
            onChange={({ target }) => assignReviewer(session, target.value)}
          >
            <option value="">Nobody</option>
            {[...handles].map((handle) => (
              <option key={handle} value={handle}>
                @{handle}
              </option>
            ))}
          </select>
        </label>
      </div>
      {since === null ? null : <p className={styles.since}>Since {dayOf(since)}</p>}
      <Sum summary={summariseReview(session.review.list())} />
      <Checklist session={session} status={status} />
    </section>
  )
}

function Sum({ summary }: { readonly summary: ReviewSummary }) {
  const { byAuthor } = summary
  if (byAuthor.length === 0) return null
  return (
    <table className={styles.sum} aria-label="Suggestions by author">
      <tbody>
        {byAuthor.map(({ author, suggestions, moves, added, removed }) => (
          <tr key={author ?? ''}>
            <th scope="row">{author === null ? 'Unknown' : `@${author}`}</th>
            <td>
              {suggestions === 1 ? '1 suggestion' : `${suggestions} suggestions`}
              {moves === 0 ? '' : `, ${moves} moved`}
            </td>
            <td className={styles.number} title="Words added and removed">
              +{added} −{removed}
              <span className={hidden.hidden}> words</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What the status asks for; a press leads to what is left to see to. */
function Checklist({
  session,
  status,
}: {
  readonly session: ArticleSession
  readonly status: string
}) {
  const desk = useDesk()
  const checked = useFindings(session)
  if (checked === null) return null
  const list = checklistFor(status, checked.rules.checklists, checked.findings)
  if (list.length === 0) return null
  const done = list.filter(({ open }) => open === 0).length
  return (
    <details className={styles.checklist} open>
      <summary className={styles.legend}>
        {done} of {list.length} things that “{status}” asks for
      </summary>
      <ul className={styles.items}>
        {list.map(({ check, label, open }) => (
          <li key={check} className={styles.item} data-open={open > 0 || undefined}>
            {open === 0 ? (
              <>
                <CircleCheck size={14} aria-label="Done" /> {label}
              </>
            ) : (
              <button
                type="button"
                className={styles.open}
                onClick={() =>
                  void changeSettings(desk, {
                    side: 'checks',
                    previewShown: true,
                    historyShown: false,
                  })
                }
              >
                <CircleDashed size={14} aria-label="Open" /> {label}
                <span className={styles.count}>{open}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

function dayOf(time: string): string {
  const date = new Date(time)
  if (Number.isNaN(date.getTime())) return time
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(date)
}
