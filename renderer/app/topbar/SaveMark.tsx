import { showDialog } from '../../state/dialogStore'
import { useArticle, useDesk } from '../DeskContext'
import styles from './SaveMark.module.css'

/** Where the words are: on disk, on the way there, or only on this page. */
export function SaveMark() {
  const { stores } = useDesk()
  const save = useArticle((state) => state.save)
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
          Editing
        </span>
      )
    case 'conflict':
      return (
        <button
          type="button"
          className={styles.mark}
          data-save="conflict"
          onClick={() => showDialog(stores.dialog, { kind: 'conflict' })}
        >
          Changed on disk
        </button>
      )
    case 'failed':
      return (
        <span className={styles.mark} data-save="failed" title={save.message}>
          Could not save
        </span>
      )
  }
}
