import { useEffect, useId, useState } from 'react'
import { useDesk } from '../app/DeskContext'
import { nameRevision, restoreRevision } from '../state/actions/history'
import type { ArticleSession } from '../state/articleSession'
import { type ComparedSide, showDialog } from '../state/dialogStore'
import { problemOf } from '../state/problem'
import { Button } from '../ui/Button'
import styles from './HistoryPane.module.css'
import { ProseDiff } from './ProseDiff'
import { timeOf } from './revisionFace'
import type { Revision } from './useHistory'

interface RevisionViewProps {
  readonly session: ArticleSession
  readonly revisions: readonly Revision[]
  readonly n: number
  onNamed(): void
}

/** One version: its name, what it is compared with, and the way back to it. */
export function RevisionView({ session, revisions, n, onNamed }: RevisionViewProps) {
  const desk = useDesk()
  const [other, setOther] = useState<'now' | number>(() => before(revisions, n) ?? 'now')
  const ids = useId()
  const revision = revisions.find((each) => each.n === n)
  const texts = useTexts(session, n, other)
  if (revision === undefined) return null
  // The older of the two comes first, so that what was added reads as added.
  const isForward = other === 'now' || other > n
  return (
    <section className={styles.view} aria-label="This version">
      <div className={styles.tools}>
        <label className={styles.field} htmlFor={`${ids}-other`}>
          Compare with
          <select
            id={`${ids}-other`}
            className={styles.select}
            value={String(other)}
            onChange={({ target }) =>
              setOther(target.value === 'now' ? 'now' : Number(target.value))
            }
          >
            <option value="now">The page now</option>
            {offered(revisions, n).map((each) => (
              <option key={each.n} value={each.n}>
                {each.name || timeOf(each.time, desk.clock.now())}
              </option>
            ))}
          </select>
        </label>
        <NameField
          key={revision.name}
          revision={revision}
          onName={async (name) => {
            await nameRevision(desk, session.id, n, name)
            onNamed()
          }}
        />
        <div className={styles.decisions}>
          <Button
            onClick={() =>
              showDialog(desk.stores.dialog, {
                kind: 'compare',
                before: sideOf(isForward ? n : other),
                after: sideOf(isForward ? other : n),
              })
            }
          >
            As an article
          </Button>
          <Button look="primary" onClick={() => void restoreRevision(desk, n)}>
            Restore
          </Button>
        </div>
      </div>
      {/* What scrolls by itself can be reached by the keyboard. */}
      <div className={styles.diff}>
        {texts.kind === 'ready' ? (
          <ProseDiff
            before={isForward ? texts.own : texts.other}
            after={isForward ? texts.other : texts.own}
          />
        ) : (
          <p className={styles.nothing}>{texts.message}</p>
        )}
      </div>
    </section>
  )
}

function sideOf(which: 'now' | number): ComparedSide {
  return which === 'now' ? { kind: 'page' } : { kind: 'revision', n: which }
}

/** The version before another. */
function before(revisions: readonly Revision[], n: number): number | undefined {
  return revisions.find((each) => each.n < n)?.n
}

const OFFERED = 200

/** All versions are too many for a menu: those with a name, and those around this one. */
function offered(revisions: readonly Revision[], n: number): readonly Revision[] {
  const at = revisions.findIndex((each) => each.n === n)
  return revisions.filter(
    (each, index) => each.n !== n && (each.name !== '' || Math.abs(index - at) <= OFFERED / 2),
  )
}

function NameField({
  revision,
  onName,
}: {
  readonly revision: Revision
  onName(name: string): Promise<void>
}) {
  const submit = (value: string): void => {
    if (value.trim() !== revision.name) void onName(value.trim())
  }
  return (
    <label className={styles.field}>
      Name
      <input
        className={styles.input}
        defaultValue={revision.name}
        maxLength={200}
        placeholder="As sent to print"
        onBlur={({ target }) => submit(target.value)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') submit(currentTarget.value)
        }}
      />
    </label>
  )
}

type Texts =
  | { readonly kind: 'none'; readonly message: string }
  | { readonly kind: 'ready'; readonly own: string; readonly other: string }

function useTexts(session: ArticleSession, n: number, other: 'now' | number): Texts {
  const { client } = useDesk()
  const [texts, setTexts] = useState<Texts>({ kind: 'none', message: 'Reading…' })
  useEffect(() => {
    let isWanted = true
    const textOf = async (which: 'now' | number): Promise<string> =>
      which === 'now'
        ? session.text()
        : (await client.call('history.text', { id: session.id, n: which })).text
    Promise.all([textOf(n), textOf(other)]).then(
      ([own, compared]) => {
        if (isWanted) setTexts({ kind: 'ready', own, other: compared })
      },
      (error: unknown) => {
        if (isWanted) setTexts({ kind: 'none', message: problemOf(error) })
      },
    )
    return () => {
      isWanted = false
    }
  }, [client, session, n, other])
  return texts
}
