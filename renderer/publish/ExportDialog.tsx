import { type FormEvent, useState } from 'react'
import type { ArticleSummary } from '../../shared/domain/article'
import { useDesk } from '../app/DeskContext'
import { type ExportOutcome, exportArticle } from '../state/actions/exporting'
import { Button } from '../ui/Button'
import { Dialog, DialogButtons } from '../ui/Dialog'
import { Check, Choices } from '../ui/Field'
import styles from './ExportDialog.module.css'

type Format = 'html' | 'markdown'

interface ExportDialogProps {
  readonly article: ArticleSummary
  readonly format: Format
  onClose(): void
}

const FORMATS = [
  { value: 'html', label: 'HTML', hint: 'A web page that needs no other file.' },
  { value: 'markdown', label: 'Markdown', hint: 'CommonMark with GitHub’s tables and footnotes.' },
] as const

/** Writes an article out for others, and says where the file went. */
export function ExportDialog({ article, format: wanted, onClose }: ExportDialogProps) {
  const desk = useDesk()
  const [format, setFormat] = useState<Format>(wanted)
  const [fragment, setFragment] = useState(false)
  const [frontMatter, setFrontMatter] = useState(true)
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<ExportOutcome | null>(null)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setOutcome(null)
    const where = desk.host.nativeDialogs ? 'choose' : 'beside'
    const ended = await exportArticle(desk, {
      id: article.id,
      format,
      fragment: format === 'html' && fragment,
      frontMatter: format === 'markdown' && frontMatter,
      where,
    })
    setBusy(false)
    setOutcome(ended.kind === 'cancelled' ? null : ended)
  }

  return (
    <Dialog title="Export" onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} aria-busy={busy}>
        <p className={styles.subject}>{article.title}</p>
        <Choices
          legend="Format"
          name="format"
          value={format}
          options={FORMATS}
          onChange={(next) => {
            setFormat(next)
            setOutcome(null)
          }}
        />
        {format === 'html' ? (
          <Check
            label="Only the article"
            hint="Without the page around it, to paste into another site."
            checked={fragment}
            onChange={setFragment}
          />
        ) : (
          <Check
            label="With front matter"
            hint="Headline, standfirst and the rest as YAML at the top."
            checked={frontMatter}
            onChange={setFrontMatter}
          />
        )}
        <div aria-live="polite">
          <Outcome outcome={outcome} />
        </div>
        <DialogButtons>
          <Button look="quiet" onClick={onClose}>
            {outcome?.kind === 'written' ? 'Done' : 'Cancel'}
          </Button>
          <Button look="primary" type="submit" data-autofocus>
            {desk.host.nativeDialogs ? 'Export…' : 'Export beside the article'}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

function Outcome({ outcome }: { readonly outcome: ExportOutcome | null }) {
  if (outcome?.kind === 'written') {
    const { displayPath, bytes } = outcome.file
    return (
      <p className={styles.written}>
        Written to <span className={styles.path}>{displayPath}</span> ({size(bytes)})
      </p>
    )
  }
  if (outcome?.kind === 'failed') return <p className={styles.failed}>{outcome.message}</p>
  return null
}

function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
