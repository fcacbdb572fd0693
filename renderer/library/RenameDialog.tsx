import { type FormEvent, useState } from 'react'
import type { ArticleSummary } from '../../shared/domain/article'
import { useDesk } from '../app/DeskContext'
import { renameArticle } from '../state/actions/libraryFiling'
import { Button } from '../ui/Button'
import { Dialog, DialogButtons } from '../ui/Dialog'
import { Field } from '../ui/Field'
import { fileNameFor, nameProblem, splitFileName } from './fileName'

interface RenameDialogProps {
  readonly article: ArticleSummary
  onClose(): void
}

export function RenameDialog({ article, onClose }: RenameDialogProps) {
  const desk = useDesk()
  const { stem, ending } = splitFileName(article.fileName)
  const [name, setName] = useState(stem)
  const [tried, setTried] = useState(false)
  const problem = tried ? nameProblem(name) : null

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setTried(true)
    if (nameProblem(name) !== null) return
    const fileName = fileNameFor(name, article.fileName)
    if (fileName === article.fileName || (await renameArticle(desk, article, fileName))) onClose()
  }

  return (
    <Dialog title="Rename file" onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Field
          label="File name"
          problem={problem}
          hint={`The ending ${ending} stays. The headline inside the article is not changed.`}
        >
          {(ids) => (
            <input
              {...ids}
              type="text"
              value={name}
              spellCheck={false}
              autoComplete="off"
              data-autofocus
              onFocus={(event) => event.target.select()}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <DialogButtons>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit">
            Rename
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
