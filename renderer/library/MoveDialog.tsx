import { type FormEvent, useState } from 'react'
import type { ArticleSummary } from '../../shared/domain/article'
import { useDesk } from '../app/DeskContext'
import { moveArticle } from '../state/actions/libraryFiling'
import { Button } from '../ui/Button'
import { Dialog, DialogButtons } from '../ui/Dialog'
import { FolderField } from './FolderField'
import { folderProblem, tidyFolder } from './fileName'

interface MoveDialogProps {
  readonly article: ArticleSummary
  onClose(): void
}

export function MoveDialog({ article, onClose }: MoveDialogProps) {
  const desk = useDesk()
  const [folder, setFolder] = useState(article.folder)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (folderProblem(folder) !== null) return
    const target = tidyFolder(folder)
    if (target === article.folder || (await moveArticle(desk, article, target))) onClose()
  }

  return (
    <Dialog title={`Move “${article.fileName}”`} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <FolderField value={folder} onChange={setFolder} isFirst />
        <DialogButtons>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit">
            Move
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
