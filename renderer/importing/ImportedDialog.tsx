import type { Output } from '../../shared/api/contract'
import { Button } from '../ui/Button'
import { Dialog, DialogButtons } from '../ui/Dialog'
import styles from './ImportedDialog.module.css'

interface ImportedDialogProps {
  readonly fileName: string
  readonly articles: Output<'articles.import'>['articles']
  readonly failures: readonly string[]
  onClose(): void
}

/** Says what an import brought and what it left out. */
export function ImportedDialog({ fileName, articles, failures, onClose }: ImportedDialogProps) {
  const title = articles.length === 1 ? 'Imported' : `Imported ${articles.length || 'no'} articles`
  return (
    <Dialog title={title} onClose={onClose}>
      <p className={styles.source}>From {fileName}</p>
      {failures.map((failure) => (
        <p key={failure} className={styles.failure} role="alert">
          {failure}
        </p>
      ))}
      <ul className={styles.articles} tabIndex={-1}>
        {articles.map(({ summary, report }) => (
          <li key={summary.id} className={styles.article}>
            <p className={styles.title}>{summary.title}</p>
            {report.map((line) => (
              <p key={line} className={styles.line}>
                {line}
              </p>
            ))}
          </li>
        ))}
      </ul>
      <DialogButtons>
        <Button look="primary" onClick={onClose} data-autofocus>
          Done
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
