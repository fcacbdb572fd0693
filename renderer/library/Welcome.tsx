import { BookOpen, FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { useDesk } from '../app/DeskContext'
import { chooseLibrary, openSamples } from '../state/actions/libraryOpening'
import { RecentLibraries } from './RecentLibraries'
import styles from './Welcome.module.css'

/** The first start: where articles live is the writer's to say. */
export function Welcome({ message }: { readonly message: string | null }) {
  const desk = useDesk()
  const [busy, setBusy] = useState(false)
  const wait = (doing: Promise<void>) => {
    setBusy(true)
    void doing.finally(() => setBusy(false))
  }
  return (
    <main className={styles.welcome} aria-busy={busy}>
      <div className={styles.page}>
        <h1 className={styles.masthead}>Galley</h1>
        <p className={styles.lead}>
          A desk for articles. Everything you write stays in plain Markdown files, in a folder of
          yours.
        </p>
        {message === null ? null : (
          <p className={styles.problem} role="alert">
            {message}
          </p>
        )}
        <div className={styles.choices}>
          <button
            type="button"
            className={styles.choice}
            disabled={busy}
            onClick={() => wait(openSamples(desk))}
          >
            <BookOpen size={22} strokeWidth={1.5} aria-hidden />
            <span className={styles.choiceName}>Open the sample articles</span>
            <span className={styles.choiceText}>
              Copies them to a folder named Galley under your documents, to read and to write in.
            </span>
          </button>
          <button
            type="button"
            className={styles.choice}
            disabled={busy}
            onClick={() => wait(chooseLibrary(desk))}
          >
            <FolderOpen size={22} strokeWidth={1.5} aria-hidden />
            <span className={styles.choiceName}>Open or make a folder…</span>
            <span className={styles.choiceText}>
              Its Markdown files become your library. Nothing in it is changed until you write.
            </span>
          </button>
        </div>
        <RecentLibraries />
      </div>
    </main>
  )
}
