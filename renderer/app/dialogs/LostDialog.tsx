import { ProseDiff } from '../../history/ProseDiff'
import { bringTogether, dropLost, keepLostAsCopy } from '../../state/actions/lostWords'
import { Button } from '../../ui/Button'
import { Dialog, DialogButtons } from '../../ui/Dialog'
import { useArticle, useDesk } from '../DeskContext'
import styles from './Dialogs.module.css'

/** Words that a crash left in no file, while another program changed the file: a person decides. */
export function LostDialog({ onClose }: { onClose(): void }) {
  const desk = useDesk()
  const lost = useArticle((state) => state.lost)
  const session = useArticle((state) => state.session)
  const name = useArticle((state) => state.summary?.fileName ?? 'this article')
  if (lost === null || session === null) return null
  const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <Dialog title="Words that were not saved" onClose={onClose} size="wide" insists>
      <div className={styles.text}>
        <p>
          Galley stopped on {time.format(lost.written)} before your last changes to “{name}” were
          saved, and the file has been changed since. Nothing has been overwritten. From the file as
          it is now to what you had on the page:
        </p>
        <section className={styles.diff} aria-label="Differences">
          <ProseDiff before={session.text()} after={lost.text} />
        </section>
      </div>
      <DialogButtons>
        <Button look="quiet" onClick={onClose}>
          Decide later
        </Button>
        <Button look="danger" onClick={() => dropLost(desk)}>
          Give them up
        </Button>
        <Button onClick={() => void keepLostAsCopy(desk)}>Keep as a copy</Button>
        <Button look="primary" data-autofocus onClick={() => void bringTogether(desk)}>
          Bring both together
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
