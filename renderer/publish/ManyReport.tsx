import type { ManyOutcome } from '../state/actions/exportingMany'
import styles from './ManyReport.module.css'

/** How far an export is. */
export function ManyProgress({ done, all }: { readonly done: number; readonly all: number }) {
  return (
    <div className={styles.progress}>
      <progress value={done} max={Math.max(all, 1)} aria-label="Articles exported" />
      <p>
        {done} of {all}
      </p>
    </div>
  )
}

/** The lines that a long report shows; the rest is counted. */
const MOST = 200

/** What an export of many has written, left as it was, and could not do. */
export function ManyReportView({ outcome }: { readonly outcome: ManyOutcome }) {
  if (outcome.kind === 'failed') return <p className={styles.failed}>{outcome.message}</p>
  const { displayPath, written, unchanged, removed, problems, failed } = outcome.report
  const counts = [
    `${written.length} written`,
    `${unchanged} as they were`,
    ...(removed.length > 0 ? [`${removed.length} removed`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ]
  return (
    <div className={styles.report}>
      <p>
        {counts.join(', ')}, in <span className={styles.path}>{displayPath}</span>
      </p>
      <Lines title="To be seen to" lines={problems} />
      <Lines title="Written" lines={written} isPath />
      <Lines title="Removed" lines={removed} isPath />
    </div>
  )
}

interface LinesProps {
  readonly title: string
  readonly lines: readonly string[]
  readonly isPath?: boolean
}

function Lines({ title, lines, isPath }: LinesProps) {
  if (lines.length === 0) return null
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.lines} tabIndex={-1}>
        {lines.slice(0, MOST).map((line) => (
          <li key={line} className={isPath ? styles.path : undefined}>
            {line}
          </li>
        ))}
        {lines.length > MOST ? <li>and {lines.length - MOST} more</li> : null}
      </ul>
    </section>
  )
}
