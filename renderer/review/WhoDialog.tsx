import { useState } from 'react'
import { Button } from '../ui/Button'
import { Dialog, DialogButtons } from '../ui/Dialog'
import { Field } from '../ui/Field'

interface WhoDialogProps {
  readonly fileName: string
  /** Null when nobody is named. */
  onAnswer(name: string | null): void
}

/** Asks who edited a document that says nothing of it. */
export function WhoDialog({ fileName, onAnswer }: WhoDialogProps) {
  const [name, setName] = useState('')
  return (
    <Dialog title="Who edited it?" onClose={() => onAnswer(null)}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') onAnswer(name.trim())
        }}
      >
        <Field
          label="Name"
          hint={`“${fileName}” has no tracked changes and does not say who saved it. What it says otherwise than your article is suggested in this name.`}
        >
          {(ids) => (
            <input
              {...ids}
              type="text"
              value={name}
              autoComplete="off"
              data-autofocus
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <DialogButtons>
          <Button look="quiet" onClick={() => onAnswer(null)}>
            Cancel
          </Button>
          <Button look="primary" type="submit" disabled={name.trim() === ''}>
            Merge
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
