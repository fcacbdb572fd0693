import { useEffect, useRef, useState } from 'react'
import { useDesk } from '../app/DeskContext'
import { changeSettings } from '../state/actions/settings'
import { Button } from '../ui/Button'
import { Dialog, DialogButtons } from '../ui/Dialog'
import { Field } from '../ui/Field'

interface NameDialogProps {
  /** What needed the name, to be done once it is said. */
  then(): void
  onClose(): void
}

/** Asks who sits at this desk, before the first suggestion or comment. */
export function NameDialog({ then, onClose }: NameDialogProps) {
  const desk = useDesk()
  const [name, setName] = useState('')
  const isSaid = useRef(false)
  const latest = useRef(then)
  latest.current = then

  // When the dialog has gone and the keyboard is back where it was: what follows may move it.
  useEffect(
    () => () => {
      if (isSaid.current) latest.current()
    },
    [],
  )

  return (
    <Dialog title="Who are you?" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() === '') return
          isSaid.current = true
          void changeSettings(desk, { author: name.trim() })
          onClose()
        }}
      >
        <Field
          label="Your name"
          hint="So that others know whose suggestions and comments these are. The settings have it, too."
        >
          {(ids) => (
            <input
              {...ids}
              type="text"
              value={name}
              autoComplete="name"
              data-autofocus
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <DialogButtons>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" disabled={name.trim() === ''}>
            Go on
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
