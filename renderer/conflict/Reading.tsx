import { useMemo } from 'react'
import { diffProse } from '../../shared/text/wordDiff'
import changed from '../ui/Changed.module.css'
import styles from './ConflictView.module.css'

/** One version's text, with what it changed in the text that both versions started from. */
export function Reading({ base, text }: { readonly base: string; readonly text: string }) {
  const changes = useMemo(() => diffProse(base.trim(), text.trim()), [base, text])
  if (text.trim() === '') {
    return (
      <span className={styles.words}>
        <em className={styles.nothing}>{base.trim() === '' ? 'Nothing here.' : 'Deleted here.'}</em>
        {base.trim() !== '' && <del className={changed.removed}>{base.trim()}</del>}
      </span>
    )
  }
  let offset = 0
  return (
    <span className={styles.words}>
      {changes.map((change) => {
        const key = `${offset}${change.kind}`
        offset += change.text.length
        if (change.kind === 'same') return <span key={key}>{change.text}</span>
        if (change.kind === 'added') {
          return (
            <ins key={key} className={changed.added}>
              {change.text}
            </ins>
          )
        }
        return (
          <del key={key} className={changed.removed}>
            {change.text}
          </del>
        )
      })}
    </span>
  )
}
