import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { Finding, Level } from '../../../shared/document/checks'
import { useDesk } from '../../app/DeskContext'
import { useFocusKept } from '../../app/useFocusKept'
import { changeSettings } from '../../state/actions/settings'
import type { ArticleSession } from '../../state/articleSession'
import styles from './Checks.module.css'
import { useFindings } from './useFindings'

const GROUPS: readonly {
  readonly level: Level
  readonly title: string
  readonly icon: typeof Info
}[] = [
  { level: 'error', title: 'Before anything else', icon: CircleAlert },
  { level: 'warning', title: 'Worth a look', icon: TriangleAlert },
  { level: 'note', title: 'For you to judge', icon: Info },
]

/** What is to be seen to before the article is published, each with the way to it. */
export function ChecksPanel({ session }: { readonly session: ArticleSession }) {
  const desk = useDesk()
  const checked = useFindings(session)
  useFocusKept()

  function go({ place }: Finding): void {
    if (place.kind === 'block') {
      session.jumpTo(place.key, place.text)
      return
    }
    void changeSettings(desk, { side: 'details' })
    focusField(place.field)
  }

  if (checked === null) return <p className={styles.waiting}>Looking at the article…</p>
  const { findings, problems } = checked
  return (
    <div className={styles.panel}>
      <p className={styles.sum} role="status">
        {sumOf(findings)}
      </p>
      {problems.map((problem) => (
        <p key={problem} className={styles.problem}>
          {problem}
        </p>
      ))}
      {findings.length === 0 && problems.length === 0 ? (
        <p className={styles.sound}>
          <CircleCheck size={18} strokeWidth={1.75} aria-hidden />
          Descriptions, captions, links, headings, dates and words are as they should be.
        </p>
      ) : null}
      {GROUPS.map(({ level, title, icon: Icon }) => {
        const group = findings.filter((finding) => finding.level === level)
        if (group.length === 0) return null
        return (
          <section key={level} className={styles.group} data-level={level}>
            <h2 className={styles.title}>
              <Icon size={15} strokeWidth={2} aria-hidden />
              {title}
            </h2>
            <ul className={styles.list}>
              {withKeys(group).map(({ finding, key }) => (
                <li key={key}>
                  <button type="button" className={styles.finding} onClick={() => go(finding)}>
                    {finding.message}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function sumOf(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'Nothing to see to.'
  return findings.length === 1 ? 'One thing to see to.' : `${findings.length} things to see to.`
}

/** The panel with the field is shown only when it has been drawn, which may take a few frames. */
function focusField(name: string, tries = 20): void {
  const field = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`)
  if (field) field.focus()
  else if (tries > 0) requestAnimationFrame(() => focusField(name, tries - 1))
}

/** The same can be wrong at several places: keys count how often it was said before. */
function withKeys(findings: readonly Finding[]): readonly { finding: Finding; key: string }[] {
  const said = new Map<string, number>()
  return findings.map((finding) => {
    const count = (said.get(finding.message) ?? 0) + 1
    said.set(finding.message, count)
    return { finding, key: `${finding.message} ${count}` }
  })
}
