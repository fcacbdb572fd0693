import { useEffect, useState } from 'react'
import { useDesk, useLibrary } from '../app/DeskContext'
import { openLibrary } from '../state/actions/libraryOpening'
import { type Library, libraryOf } from '../state/libraryStore'
import { report } from '../state/problem'
import styles from './RecentLibraries.module.css'

const MOST = 5

/** The folders that were open before, other than the one that is. */
export function RecentLibraries() {
  const desk = useDesk()
  const [recent, setRecent] = useState<readonly Library[]>([])
  const current = useLibrary((state) => libraryOf(state.load)?.folder)

  useEffect(() => {
    let gone = false
    desk.client.call('library.recent', {}).then(
      (libraries) => {
        if (!gone) setRecent(libraries)
      },
      (error: unknown) => report(desk.stores.notices, 'recent', error),
    )
    return () => {
      gone = true
    }
  }, [desk])

  const others = recent.filter(({ folder }) => folder !== current).slice(0, MOST)
  if (others.length === 0) return null
  return (
    <section className={styles.recent} aria-label="Folders opened before">
      <h3 className={styles.heading}>Opened before</h3>
      <ul className={styles.list}>
        {others.map((library) => (
          <li key={library.folder}>
            <button
              type="button"
              className={styles.entry}
              onClick={() => void openLibrary(desk, library.folder)}
            >
              <span className={styles.name}>{library.name}</span>
              <span className={styles.path}>{library.displayPath}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
