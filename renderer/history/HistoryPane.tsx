import { X } from 'lucide-react'
import { useArticle, useDesk } from '../app/DeskContext'
import { changeSettings } from '../state/actions/settings'
import type { ArticleSession } from '../state/articleSession'
import { IconButton } from '../ui/IconButton'
import styles from './HistoryPane.module.css'
import { RevisionList } from './RevisionList'
import { RevisionView } from './RevisionView'
import { useHistory } from './useHistory'

/** The versions of the open article, and what each of them changed. */
export function HistoryPane() {
  const desk = useDesk()
  const session = useArticle((state) => state.session)
  return (
    <aside className={styles.pane} data-pane="history" aria-label="History">
      <header className={styles.header}>
        <h2 className={styles.title}>History</h2>
        <IconButton
          icon={X}
          label="Close the history"
          onClick={() => {
            void changeSettings(desk, { historyShown: false })
            session?.focus()
          }}
        />
      </header>
      {session === null ? (
        <p className={styles.nothing}>Open an article to see its versions.</p>
      ) : (
        <Versions key={session.id} session={session} />
      )}
    </aside>
  )
}

function Versions({ session }: { readonly session: ArticleSession }) {
  const history = useHistory(session.id)
  const { load, chosen } = history
  switch (load.kind) {
    case 'loading':
      return <p className={styles.nothing}>Reading the history…</p>
    case 'failed':
      return (
        <p className={styles.nothing} role="alert">
          {load.message}
        </p>
      )
    case 'ready':
      if (load.revisions.length === 0) {
        return (
          <p className={styles.nothing}>
            No version is kept yet. The first is kept once a change has been saved.
          </p>
        )
      }
      return (
        <>
          <RevisionList revisions={load.revisions} chosen={chosen} onChoose={history.choose} />
          {chosen === null ? null : (
            <RevisionView
              key={chosen}
              session={session}
              revisions={load.revisions}
              n={chosen}
              onNamed={history.refresh}
            />
          )}
        </>
      )
  }
}
