import { keepMineAsCopy, loadTheirs } from '../../state/actions/articleConflict'
import { Button } from '../../ui/Button'
import { Dialog, DialogButtons } from '../../ui/Dialog'
import { useArticle, useDesk } from '../DeskContext'
import styles from './Dialogs.module.css'

/** The file changed under the writer's hands: nothing is overwritten, and neither version is lost. */
export function ConflictDialog({ onClose }: { onClose(): void }) {
  const desk = useDesk()
  const name = useArticle((state) => state.summary?.fileName ?? 'This article')
  return (
    <Dialog title="Changed on disk" onClose={onClose} insists>
      <div className={styles.text}>
        <p>
          “{name}” was changed by another program while you were writing. Nothing has been
          overwritten: the file holds the other version, this page holds yours.
        </p>
      </div>
      <DialogButtons>
        <Button look="quiet" onClick={onClose}>
          Decide later
        </Button>
        <Button onClick={() => void loadTheirs(desk)}>Load theirs</Button>
        <Button look="primary" data-autofocus onClick={() => void keepMineAsCopy(desk)}>
          Keep mine as a copy
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
