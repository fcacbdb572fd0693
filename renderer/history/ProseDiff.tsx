import { useMemo } from 'react'
import { diffParagraphs, type ParagraphChange } from '../../shared/text/paragraphDiff'
import type { ProseChange } from '../../shared/text/wordDiff'
import changed from '../ui/Changed.module.css'
import hidden from '../ui/hidden.module.css'
import { type DiffPart, foldSame } from './foldSame'
import styles from './ProseDiff.module.css'

/** What changed from one text to another, word by word, as a reader of prose would have it. */
export function ProseDiff({ before, after }: { readonly before: string; readonly after: string }) {
  const parts = useMemo(() => foldSame(diffParagraphs(before, after)), [before, after])
  if (parts.every(({ kind }) => kind === 'folded' || kind === 'same')) {
    return <p className={styles.nothing}>Both say the same.</p>
  }
  return (
    <div className={styles.diff}>
      {keyed(parts).map(({ key, item }) => (
        <Part key={key} part={item} />
      ))}
    </div>
  )
}

function Part({ part }: { readonly part: DiffPart }) {
  switch (part.kind) {
    case 'folded':
      return (
        <p className={styles.folded}>
          {part.count === 1 ? '1 paragraph' : `${part.count} paragraphs`} unchanged
        </p>
      )
    case 'same':
      return <p className={styles.same}>{part.after}</p>
    default:
      return <Changed change={part} />
  }
}

function Changed({ change }: { readonly change: Exclude<ParagraphChange, { kind: 'same' }> }) {
  switch (change.kind) {
    case 'changed':
      return <p>{runs(change.changes)}</p>
    case 'added':
      return <p>{runs([{ kind: 'added', text: change.after }])}</p>
    case 'removed':
      return <p>{runs([{ kind: 'removed', text: change.before }])}</p>
    case 'moved':
      return (
        <div>
          <p className={styles.label}>Moved here</p>
          <p>{runs(change.changes)}</p>
        </div>
      )
    case 'moved-away':
      return (
        <div>
          <p className={styles.label}>Moved from here</p>
          <p className={styles.same}>{change.before}</p>
        </div>
      )
  }
}

/** Parts of a comparison have no name but their place in it, and never move. */
function keyed<T>(items: readonly T[]): readonly { readonly key: string; readonly item: T }[] {
  return items.map((item, index) => ({ key: String(index), item }))
}

function runs(changes: readonly ProseChange[]) {
  return keyed(changes).map(({ key, item }) => <Run key={key} change={item} />)
}

/** The marks say what they are to those who hear them, and by more than colour to those who see them. */
function Run({ change: { kind, text } }: { readonly change: ProseChange }) {
  switch (kind) {
    case 'same':
      return text
    case 'added':
      return (
        <ins className={changed.added}>
          <span className={hidden.hidden}>[added: </span>
          {text}
          <span className={hidden.hidden}>]</span>
        </ins>
      )
    case 'removed':
      return (
        <del className={changed.removed}>
          <span className={hidden.hidden}>[removed: </span>
          {text}
          <span className={hidden.hidden}>]</span>
        </del>
      )
  }
}
