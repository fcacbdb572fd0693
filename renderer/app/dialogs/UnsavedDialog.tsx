import type { DialogState } from '../../state/dialogStore'
import { Button } from '../../ui/Button'
import { Dialog, DialogButtons } from '../../ui/Dialog'
import styles from './Dialogs.module.css'

interface UnsavedDialogProps {
  readonly question: Extract<DialogState, { kind: 'unsaved' }>
}

export function UnsavedDialog({ question }: UnsavedDialogProps) {
  const { name, reason, leaving } = question
  const stay = () => question.answer('stay')
  return (
    <Dialog title={`“${name}” is not saved`} onClose={stay} insists>
      <div className={styles.text}>
        <p>{reason}</p>
        <p>
          {leaving === 'desk'
            ? 'If Galley closes now, the changes since the last save are lost.'
            : 'If you leave the article now, the changes since the last save are lost.'}
        </p>
      </div>
      <DialogButtons>
        <Button look="danger" onClick={() => question.answer('leave')}>
          {leaving === 'desk' ? 'Close without saving' : 'Leave without saving'}
        </Button>
        <Button look="primary" data-autofocus onClick={stay}>
          Stay here
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
