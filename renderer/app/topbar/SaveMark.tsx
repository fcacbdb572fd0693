import { showVersions } from '../../state/actions/articleConflict'
import { useArticle, useDesk } from '../DeskContext'
import styles from './SaveMark.module.css'

/** A conflict that needs nobody is met in a moment, and looks like the saving that it is part of. */
const CONFLICTS = { none: 'Edited', gone: 'Not on disk', emptied: 'Emptied on disk' } as const

/** Where the words are: on disk, on the way there, or only on this page. */
export function SaveMark() {
  const desk = useDesk()
  const save = useArticle((state) => state.save)
  const trouble = useArticle((state) => state.trouble.kind)
  const readOnly = useArticle(({ view }) =>
    view.kind === 'open' ? view.opened.readOnly : undefined,
  )
  if (readOnly !== undefined && save.kind === 'clean') {
    return (
      <span className={styles.mark} data-save="read-only" title={readOnly}>
        Read only
      </span>
    )
  }
  switch (save.kind) {
    case 'clean':
      return (
        <span className={styles.mark} data-save="clean">
          Saved
        </span>
      )
    // A save takes a moment; two words in turn would flicker.
    case 'dirty':
    case 'saving':
      return (
        <span className={styles.mark} data-save={save.kind}>
          Edited
        </span>
      )
    case 'conflict':
      return trouble === 'differs' ? (
        <button
          type="button"
          className={styles.mark}
          data-save="conflict"
          onClick={() => void showVersions(desk)}
        >
          Changed on disk
        </button>
      ) : (
        <span className={styles.mark} data-save={trouble === 'none' ? 'dirty' : 'conflict'}>
          {CONFLICTS[trouble]}
        </span>
      )
    case 'failed':
      return (
        <span className={styles.mark} data-save="failed" title={save.message}>
          Could not save
        </span>
      )
  }
}
