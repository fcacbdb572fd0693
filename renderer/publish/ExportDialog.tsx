import { type FormEvent, useState } from 'react'
import type { ArticleId, ArticleSummary } from '../../shared/domain/article'
import {
  EXPORT_FORMATS,
  type ExportFormat,
  FORMAT_NAMES,
  FRAGMENT_TARGETS,
  REVIEW_TEXTS,
  TARGET_NAMES,
} from '../../shared/domain/exports'
import { useDesk } from '../app/DeskContext'
import { type ExportOutcome, exportArticle } from '../state/actions/exporting'
import type { Desk } from '../state/desk'
import { problemOf } from '../state/problem'
import { Button } from '../ui/Button'
import { Dialog, DialogButtons } from '../ui/Dialog'
import { Check, Choices, Select } from '../ui/Field'
import { DesignChoice, ProfileChoice } from './Choices'
import { copyFragment } from './copying'
import styles from './ExportDialog.module.css'
import { requestOf, reviewTextsFor, type Wishes } from './formatOptions'

interface ExportDialogProps {
  readonly article: ArticleSummary
  readonly format: ExportFormat
  onClose(): void
}

type Ended =
  | Exclude<ExportOutcome, { kind: 'cancelled' }>
  | { readonly kind: 'copied'; readonly problems: readonly string[] }

const FORMATS = FORMAT_NAMES.map((value) => ({ value, ...EXPORT_FORMATS[value] }))
const TARGETS = [
  { value: 'page' as const, label: 'A complete page' },
  ...TARGET_NAMES.map((value) => ({ value, label: `To paste: ${FRAGMENT_TARGETS[value].label}` })),
]

/** Writes an article out for others, and says where the file went. */
export function ExportDialog({ article, format: wanted, onClose }: ExportDialogProps) {
  const desk = useDesk()
  const [wishes, setWishes] = useState<Wishes>({
    format: wanted,
    target: 'page',
    picturesBeside: false,
    profile: 'galley',
    frontMatter: true,
    review: 'accepted',
    design: desk.stores.layout.getState().pageDesign,
  })
  const hasReview = mayHaveReview(desk, article.id)
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Ended | null>(null)
  const { format, target } = wishes

  function change(part: Partial<Wishes>): void {
    setWishes({ ...wishes, ...part })
    setOutcome(null)
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setOutcome(null)
    const where = desk.host.nativeDialogs ? 'choose' : 'beside'
    const ended = await exportArticle(desk, { id: article.id, where, ...requestOf(wishes) })
    setBusy(false)
    setOutcome(ended.kind === 'cancelled' ? null : ended)
  }

  function copy(): void {
    const { session } = desk.stores.article.getState()
    if (session === null || target === 'page') return
    try {
      setOutcome({ kind: 'copied', problems: copyFragment(session.content(), target) })
    } catch (error) {
      setOutcome({ kind: 'failed', message: problemOf(error) })
    }
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
          columns={2}
          onChange={(next) => change({ format: next })}
        />
        <FormatOptions wishes={wishes} change={change} />
        {hasReview ? <ReviewOption wishes={wishes} change={change} /> : null}
        <div aria-live="polite">
          <Outcome outcome={outcome} />
        </div>
        <DialogButtons>
          <Button look="quiet" onClick={onClose}>
            {outcome?.kind === 'written' ? 'Done' : 'Cancel'}
          </Button>
          {format === 'html' && target !== 'page' ? (
            <Button onClick={copy}>Copy the HTML</Button>
          ) : null}
          <Button look="primary" type="submit" data-autofocus>
            {desk.host.nativeDialogs ? 'Export…' : 'Export beside the article'}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

function mayHaveReview({ stores }: Desk, id: ArticleId): boolean {
  const { session } = stores.article.getState()
  if (session?.id !== id) return true
  const { suggestions, threads } = session.review.list()
  return suggestions.length + threads.length > 0
}

/** Only an article under review has more than one text. */
function ReviewOption({ wishes, change }: FormatOptionsProps) {
  const texts = reviewTextsFor(wishes)
  const value = texts.includes(wishes.review) ? wishes.review : 'accepted'
  return (
    <Select
      label="Which text"
      hint={
        value === 'marked' && wishes.format === 'docx'
          ? 'As tracked changes and comments, so that a Word user can take part.'
          : REVIEW_TEXTS[value].hint
      }
      value={value}
      options={texts.map((text) => ({ value: text, label: REVIEW_TEXTS[text].label }))}
      onChange={(review) => change({ review })}
    />
  )
}

interface FormatOptionsProps {
  readonly wishes: Wishes
  change(part: Partial<Wishes>): void
}

function FormatOptions({ wishes, change }: FormatOptionsProps) {
  const { format, target, profile, design } = wishes
  const designChoice = <DesignChoice value={design} onChange={(next) => change({ design: next })} />
  if (format === 'html') {
    return (
      <>
        <Select
          label="What it is for"
          hint={
            target === 'page'
              ? 'With everything that search engines and networks ask for.'
              : FRAGMENT_TARGETS[target].hint
          }
          value={target}
          options={TARGETS}
          onChange={(next) => change({ target: next })}
        />
        {target === 'page' ? designChoice : null}
        {target === 'page' ? (
          <Check
            label="Leave pictures beside the page"
            hint="Otherwise they go into it, and it needs no other file."
            checked={wishes.picturesBeside}
            onChange={(picturesBeside) => change({ picturesBeside })}
          />
        ) : null}
      </>
    )
  }
  if (format === 'pdf' || format === 'epub') return designChoice
  if (format !== 'markdown') return null
  return (
    <>
      <ProfileChoice value={profile} onChange={(next) => change({ profile: next })} />
      {profile === 'galley' ? (
        <Check
          label="With front matter"
          hint="Headline, standfirst and the rest as YAML at the top."
          checked={wishes.frontMatter}
          onChange={(frontMatter) => change({ frontMatter })}
        />
      ) : null}
    </>
  )
}

function Outcome({ outcome }: { readonly outcome: Ended | null }) {
  switch (outcome?.kind) {
    case undefined:
      return null
    case 'failed':
      return <p className={styles.failed}>{outcome.message}</p>
    case 'copied':
      return (
        <div className={styles.written}>
          <p>The HTML is on the clipboard.</p>
          <Problems problems={outcome.problems} />
        </div>
      )
    case 'written': {
      const { displayPath, bytes, problems } = outcome.file
      return (
        <div className={styles.written}>
          <p>
            Written to <span className={styles.path}>{displayPath}</span> ({size(bytes)})
          </p>
          <Problems problems={problems} />
        </div>
      )
    }
  }
}

function Problems({ problems }: { readonly problems: readonly string[] }) {
  if (problems.length === 0) return null
  return (
    <ul className={styles.problems}>
      {problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  )
}

function size(bytes: number): string {
  if (bytes < 1000) return `${bytes}\u00A0bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)}\u00A0kB`
  return `${(bytes / 1_000_000).toFixed(1)}\u00A0MB`
}
