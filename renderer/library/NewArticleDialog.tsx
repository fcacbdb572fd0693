import { type FormEvent, useState } from 'react'
import { useDesk } from '../app/DeskContext'
import { createArticle } from '../state/actions/libraryFiling'
import { Button } from '../ui/Button'
import { Dialog, DialogButtons } from '../ui/Dialog'
import { Field } from '../ui/Field'
import { FolderField } from './FolderField'
import { folderProblem, tidyFolder } from './fileName'

interface NewArticleDialogProps {
  readonly folder: string
  onClose(): void
}

/** Asks for the headline first, since the file is named after it. */
export function NewArticleDialog({ folder: start, onClose }: NewArticleDialogProps) {
  const desk = useDesk()
  const [title, setTitle] = useState('')
  const [folder, setFolder] = useState(start)
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || folderProblem(folder) !== null) return
    setBusy(true)
    const made = await createArticle(desk, { folder: tidyFolder(folder), title: title.trim() })
    if (made) onClose()
    else setBusy(false)
  }

  return (
    <Dialog title="New article" onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <Field label="Headline" hint="The file is named after it. Both can be changed later.">
          {(ids) => (
            <input
              {...ids}
              type="text"
              value={title}
              maxLength={1000}
              data-autofocus
              placeholder="Untitled"
              autoComplete="off"
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        <FolderField value={folder} onChange={setFolder} />
        <DialogButtons>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" disabled={busy}>
            Start writing
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
