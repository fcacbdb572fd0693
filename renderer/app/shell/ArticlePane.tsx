import { lazy, Suspense, useCallback, useEffect, useRef } from 'react'
import { decideVersions, hideVersions } from '../../state/actions/articleConflict'
import { reopenArticle } from '../../state/actions/articleLoading'
import { attachSession } from '../../state/actions/articleSaving'
import { stopComparing, takeComparison } from '../../state/actions/conflictCopies'
import type { ArticleSession } from '../../state/articleSession'
import type { ArticleView } from '../../state/articleStore'
import { showDialog } from '../../state/dialogStore'
import { Button } from '../../ui/Button'
import { useArticle, useDesk, useLayout, useLibrary } from '../DeskContext'
import { ErrorBoundary } from '../ErrorBoundary'
import { useFocusKept } from '../useFocusKept'
import styles from './ArticlePane.module.css'

// The desk shows its library before the editor has been read.
const Editor = lazy(async () => ({ default: (await import('../../editor/Editor')).Editor }))

const ConflictView = lazy(async () => ({
  default: (await import('../../conflict/ConflictView')).ConflictView,
}))

export function ArticlePane() {
  const view = useArticle((state) => state.view)
  return (
    <main className={styles.pane} data-pane="article" aria-label="Article">
      <View view={view} />
    </main>
  )
}

function View({ view }: { readonly view: ArticleView }) {
  const { stores } = useDesk()
  switch (view.kind) {
    case 'none':
      return <NothingOpen />
    case 'opening':
      return <p className={styles.waiting}>Opening…</p>
    case 'failed':
      return <CannotOpen view={view} />
    case 'open':
      return (
        <ErrorBoundary
          key={view.opening}
          what="The editor"
          rescue={() => stores.article.getState().session?.text() ?? null}
        >
          <Suspense fallback={<p className={styles.waiting}>Opening…</p>}>
            <OpenEditor view={view} />
          </Suspense>
        </ErrorBoundary>
      )
  }
}

type OpenView = Extract<ArticleView, { kind: 'open' }>

function OpenEditor({ view }: { readonly view: OpenView }) {
  const desk = useDesk()
  const headingKeys = useLayout((state) => state.headingKeys)
  const detach = useRef<(() => void) | null>(null)
  const { opened } = view
  const takeSession = useCallback(
    (session: ArticleSession | null) => {
      detach.current?.()
      detach.current = session === null ? null : attachSession(desk, opened, session)
    },
    [desk, opened],
  )
  const trouble = useArticle((state) => state.trouble)
  const comparing = useArticle((state) => state.comparing)
  const shown = trouble.kind === 'differs' ? trouble.shown : null
  return (
    <div className={styles.stack}>
      {/* The page stays as it is under the versions, with caret and scroll. */}
      <div className={styles.page} inert={shown !== null || comparing !== null}>
        <Editor
          opened={opened}
          place={view.place}
          headingKeys={headingKeys}
          onSession={takeSession}
        />
      </div>
      {comparing === null || shown !== null ? null : (
        <div className={styles.versions}>
          <ConflictView
            parts={comparing.parts}
            mineLabel="The article"
            theirsLabel={`The copy from ${comparing.tool}`}
            onResolved={(text) => void takeComparison(desk, text)}
            onLater={() => stopComparing(desk)}
          />
        </div>
      )}
      {shown === null ? null : (
        <div className={styles.versions}>
          <ConflictView
            parts={shown.parts}
            mineLabel="This page"
            theirsLabel="The file on disk"
            onResolved={(text) => void decideVersions(desk, text)}
            onLater={() => hideVersions(desk)}
          />
        </div>
      )}
    </div>
  )
}

function CannotOpen({ view }: { readonly view: Extract<ArticleView, { kind: 'failed' }> }) {
  const desk = useDesk()
  useFocusKept()
  const title = `“${view.name}” cannot be opened.`
  return (
    <div className={styles.empty} role="alert">
      <h2 className={styles.emptyTitle}>{title}</h2>
      {/* Elsewhere the sentence stands alone, and names the file itself. */}
      <p>{view.message.replace(title, '').trim()}</p>
      <Button onClick={() => void reopenArticle(desk)}>Try again</Button>
    </div>
  )
}

function NothingOpen() {
  const { stores } = useDesk()
  const isEmpty = useLibrary(({ articles, load }) => load.kind === 'ready' && articles.length === 0)
  const start = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // An empty list has nothing for the keyboard, and the dialog that opened the library is gone.
    if (isEmpty && document.activeElement === document.body) start.current?.focus()
  }, [isEmpty])
  return (
    <div className={styles.empty}>
      <h2 className={styles.emptyTitle}>
        {isEmpty ? 'A library with nothing in it yet.' : 'Nothing on the desk.'}
      </h2>
      <p>
        {isEmpty
          ? 'Everything you write here becomes a Markdown file in this folder.'
          : 'Choose an article in the library, or start a new one.'}
      </p>
      <Button
        ref={start}
        look="primary"
        onClick={() => showDialog(stores.dialog, { kind: 'new', folder: '' })}
      >
        New article
      </Button>
    </div>
  )
}
