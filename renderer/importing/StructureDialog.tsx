import { type FormEvent, useState } from 'react'
import type { Decision, ReadingKind, Structure } from '../../shared/text/structure'
import { Button } from '../ui/Button'
import { Dialog, DialogButtons } from '../ui/Dialog'
import { PieceView } from './PieceView'
import styles from './StructureDialog.module.css'

interface StructureDialogProps {
  readonly structure: Structure
  /** Whether the article has a headline, which one from the text would replace. */
  readonly hasHeadline: boolean
  onAccept(declined: ReadonlySet<number>): void
  onDecline?(): void
  onClose(): void
}

const NAMES: Readonly<Record<ReadingKind, string>> = {
  headline: 'Headline',
  byline: 'Byline',
  standfirst: 'Standfirst',
  caption: 'Picture caption',
  lead: 'Lead',
  heading: 'Section heading',
  list: 'List',
  quotation: 'Quotation',
  furniture: 'Set aside',
}

type Row =
  | { readonly kind: 'decision'; readonly decision: Decision }
  | { readonly kind: 'plain'; readonly from: number; readonly count: number; readonly text: string }

/** The text's parts in their order: each decision, and the paragraphs between them as one row. */
function rowsOf({ parts, decisions }: Structure): readonly Row[] {
  const rows: Row[] = []
  let at = 0
  const plainUntil = (to: number): void => {
    const text = parts[at]?.text
    if (text !== undefined && to > at) rows.push({ kind: 'plain', from: at, count: to - at, text })
  }
  for (const decision of decisions) {
    plainUntil(decision.from)
    rows.push({ kind: 'decision', decision })
    at = decision.to
  }
  plainUntil(parts.length)
  return rows
}

/** Declined from the start: a headline where the article has one of its own. */
function declinedAtFirst({ decisions }: Structure, hasHeadline: boolean): ReadonlySet<number> {
  return new Set(
    decisions
      .filter(({ reading }) => hasHeadline && /^(?:headline|standfirst|byline)$/.test(reading.kind))
      .map(({ id }) => id),
  )
}

/** Shows what a plain text seems to consist of, and lets a person decline each guess. */
export function StructureDialog({
  structure,
  hasHeadline,
  onAccept,
  onDecline,
  onClose,
}: StructureDialogProps) {
  const [declined, setDeclined] = useState(() => declinedAtFirst(structure, hasHeadline))
  const kept = structure.decisions.length - declined.size

  function toggle(id: number): void {
    const next = new Set(declined)
    if (!next.delete(id)) next.add(id)
    setDeclined(next)
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    onClose()
    onAccept(declined)
  }

  return (
    <Dialog title="Give this text its structure?" size="wide" onClose={onClose}>
      <form onSubmit={submit}>
        <p className={styles.intro}>
          The text came without headings or lists, but seems to have had them. Clear what is wrong;
          it stays a plain paragraph.
        </p>
        <ol className={styles.rows} tabIndex={-1}>
          {rowsOf(structure).map((row) =>
            row.kind === 'plain' ? (
              <li key={`plain-${row.from}`} className={styles.row}>
                <span className={styles.count}>
                  {row.count === 1 ? 'Paragraph' : `${row.count} paragraphs`}
                </span>
                <p className={styles.plain}>{row.text}</p>
              </li>
            ) : (
              <DecisionRow
                key={row.decision.id}
                decision={row.decision}
                isDeclined={declined.has(row.decision.id)}
                onToggle={() => toggle(row.decision.id)}
              />
            ),
          )}
        </ol>
        <DialogButtons>
          <Button
            look="quiet"
            onClick={() => {
              onClose()
              onDecline?.()
            }}
          >
            Leave it plain
          </Button>
          <Button look="primary" type="submit" data-autofocus disabled={kept === 0}>
            {kept === structure.decisions.length
              ? 'Use all'
              : `Use ${kept} of ${structure.decisions.length}`}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

interface DecisionRowProps {
  readonly decision: Decision
  readonly isDeclined: boolean
  onToggle(): void
}

function DecisionRow({ decision, isDeclined, onToggle }: DecisionRowProps) {
  const { reading, reason } = decision
  return (
    <li className={styles.row} data-declined={isDeclined || undefined}>
      <label className={styles.choice} title={reason}>
        <input
          type="checkbox"
          checked={!isDeclined}
          aria-description={reason}
          onChange={onToggle}
        />
        <span>{NAMES[reading.kind]}</span>
      </label>
      <PieceView reading={reading} />
    </li>
  )
}
