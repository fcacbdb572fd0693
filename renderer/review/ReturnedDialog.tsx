import { FileText } from 'lucide-react'
import { useState } from 'react'
import { useArticle, useDesk, useLibrary } from '../app/DeskContext'
import { mergeReturnedDraft, mergeReturnedFile } from '../state/actions/returnedDraft'
import { Button } from '../ui/Button'
import { Dialog, DialogButtons } from '../ui/Dialog'
import { Field } from '../ui/Field'
import { chooseReturned } from './chooseReturned'
import styles from './ReturnedDialog.module.css'
import { WhoDialog } from './WhoDialog'

/** A question that the merge waits for. */
interface Asked {
  readonly fileName: string
  answer(name: string | null): void
}

/** Brings a draft that came back from an editor into the article on the desk. */
export function ReturnedDialog({ onClose }: { onClose(): void }) {
  const desk = useDesk()
  const own = useArticle((state) => state.summary)
  const articles = useLibrary((state) => state.articles)
  const others = articles.filter(({ id }) => id !== own?.id)
  const [chosen, setChosen] = useState('')
  const [isReading, setIsReading] = useState(false)
  const [asked, setAsked] = useState<Asked | null>(null)
  const returned = others.find(({ id }) => id === chosen)

  async function mergeFile(): Promise<void> {
    const file = await chooseReturned()
    if (file === null) return
    setIsReading(true)
    await mergeReturnedFile(
      desk,
      file,
      (fileName) => new Promise((answer) => setAsked({ fileName, answer })),
    )
    onClose()
  }

  if (asked !== null) return <WhoDialog fileName={asked.fileName} onAnswer={asked.answer} />
  return (
    <Dialog title="Merge a returned draft" onClose={onClose}>
      <Field
        label="What came back, in this library"
        hint="Its changes become suggestions in this article; what you wrote meanwhile stays."
      >
        {(ids) => (
          <select
            {...ids}
            value={chosen}
            disabled={isReading}
            onChange={(event) => setChosen(event.target.value)}
          >
            <option value="">Choose a file…</option>
            {others.map(({ id, folder, fileName }) => (
              <option key={id} value={id}>
                {folder === '' ? fileName : `${folder}/${fileName}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p className={styles.file}>
        <Button disabled={isReading} onClick={() => void mergeFile()}>
          <FileText size={14} aria-hidden />{' '}
          {isReading ? 'Reading the document…' : 'A Word document or another file…'}
        </Button>
      </p>
      <DialogButtons>
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button
          look="primary"
          disabled={returned === undefined || isReading}
          onClick={() => {
            if (returned === undefined) return
            onClose()
            void mergeReturnedDraft(desk, returned.id)
          }}
        >
          Merge
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
