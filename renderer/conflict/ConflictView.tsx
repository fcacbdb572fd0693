import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { type Choice, type ConflictPart, type MergePart, resolve } from '../../shared/article/merge'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { AgreedText } from './AgreedText'
import { ConflictCard } from './ConflictCard'
import styles from './ConflictView.module.css'
import { keyMeaning } from './keys'

export interface ConflictViewProps {
  readonly parts: readonly MergePart[]
  /** What one's own version is called, such as “This page”. */
  readonly mineLabel: string
  /** What the other version is called, such as “The file on disk”. */
  readonly theirsLabel: string
  onResolved(text: string): void
  onLater(): void
}

type Choices = readonly (Choice | null)[]

/**
 * Two versions of an article side by side: what they agree on is there to read, and each place where
 * they differ waits for a person to take one, the other or both. Nothing is decided beforehand.
 */
export function ConflictView({
  parts,
  mineLabel,
  theirsLabel,
  onResolved,
  onLater,
}: ConflictViewProps) {
  const conflicts = useMemo(() => parts.filter((part) => part.kind === 'conflict'), [parts])
  const [choices, setChoices] = useState<Choices>(() => conflicts.map(() => null))
  const cards = useRef(new Map<number, HTMLElement>())
  const view = useRef<HTMLElement>(null)
  const titleId = useId()
  const open = choices.filter((choice) => choice === null).length

  const choose = (index: number, choice: Choice): void =>
    setChoices((now) => now.with(index, choice))
  const chooseAll = (choice: Choice): void => setChoices(conflicts.map(() => choice))

  const focused = (): number => {
    for (const [index, card] of cards.current) {
      if (card.contains(document.activeElement)) return index
    }
    return -1
  }
  const goTo = (step: 1 | -1): void => {
    const from = focused()
    const start = from === -1 && step === -1 ? 0 : from
    const index = (start + step + conflicts.length) % conflicts.length
    const card = cards.current.get(index)
    card?.focus({ preventScroll: true })
    card?.scrollIntoView({ block: 'center' })
  }
  const use = (): void => {
    const decided = choices.filter((choice) => choice !== null)
    if (decided.length === conflicts.length) onResolved(resolve(parts, decided))
  }

  // Its keys work from the start, without a click into it first.
  useEffect(() => view.current?.focus(), [])

  function onKeyDown(event: KeyboardEvent): void {
    const meaning = keyMeaning(event)
    if (meaning === null) return
    if (meaning.kind === 'choose' && focused() === -1) return
    event.preventDefault()
    switch (meaning.kind) {
      case 'go':
        goTo(meaning.step)
        break
      case 'choose':
        choose(focused(), meaning.choice)
        break
      case 'use':
        use()
        break
      case 'later':
        onLater()
        break
    }
  }

  return (
    <section
      ref={view}
      tabIndex={-1}
      className={styles.view}
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
    >
      <header className={styles.bar}>
        <div className={styles.heading}>
          <h2 id={titleId} className={styles.title}>
            Two versions of this article
          </h2>
          <p className={styles.left} role="status">
            {sentenceFor(open, conflicts.length)}
          </p>
        </div>
        <div className={styles.actions}>
          <IconButton
            icon={ArrowUp}
            label="Previous difference"
            keys="P"
            onClick={() => goTo(-1)}
          />
          <IconButton icon={ArrowDown} label="Next difference" keys="N" onClick={() => goTo(1)} />
          <Button look="quiet" onClick={() => chooseAll('mine')}>
            All from {withSmallStart(mineLabel)}
          </Button>
          <Button look="quiet" onClick={() => chooseAll('theirs')}>
            All from {withSmallStart(theirsLabel)}
          </Button>
          <span className={styles.ends}>
            <Button onClick={onLater}>Decide later</Button>
            <Button look="primary" disabled={open > 0} onClick={use}>
              Use this
            </Button>
          </span>
        </div>
      </header>
      <div className={styles.scroller}>
        {numbered(parts).map(({ key, part, index }) =>
          part.kind === 'agreed' ? (
            <AgreedText key={key} text={part.text} />
          ) : (
            <ConflictCard
              key={key}
              part={part}
              number={index + 1}
              count={conflicts.length}
              choice={choices[index] ?? null}
              labels={{ mine: mineLabel, theirs: theirsLabel }}
              onChoose={(choice) => choose(index, choice)}
              cardRef={(card) => {
                if (card) cards.current.set(index, card)
                else cards.current.delete(index)
              }}
            />
          ),
        )}
      </div>
    </section>
  )
}

function sentenceFor(open: number, all: number): string {
  const places =
    all === 1 ? 'The versions differ in one place' : `The versions differ in ${all} places`
  if (open === 0) return `${places}. All is decided; “Use this” saves the result.`
  if (open === all) return `${places}. Nothing is written until you have decided.`
  return `${places}; ${open} ${open === 1 ? 'is' : 'are'} still to be decided.`
}

interface Numbered {
  readonly key: number
  readonly part: MergePart | ConflictPart
  /** Which conflict it is; of no meaning for text that is agreed on. */
  readonly index: number
}

function numbered(parts: readonly MergePart[]): readonly Numbered[] {
  let index = 0
  return parts.map((part, key) => ({ key, part, index: part.kind === 'conflict' ? index++ : -1 }))
}

/** A label inside a sentence; the names in it stay as they are. */
function withSmallStart(label: string): string {
  return label.slice(0, 1).toLowerCase() + label.slice(1)
}
