import { STATUSES } from '../../shared/domain/article'
import { useDesk, useLibrary } from '../app/DeskContext'
import type { LibraryChoice } from '../state/libraryStore'
import styles from './StatusFilter.module.css'

/** Lists only what is of one status, or waits for one person; nothing to choose from, no choice. */
export function StatusFilter() {
  const { stores } = useDesk()
  const articles = useLibrary((state) => state.articles)
  const only = useLibrary((state) => state.only)
  const statuses = counted(articles.map(({ status }) => status.toLowerCase()))
  const reviewers = counted(articles.map(({ reviewer = '' }) => reviewer))
  if (statuses.size + reviewers.size === 0 && only.kind === 'all') return null
  const value = keyOf(only)
  const values = ['all', ...entries('status', statuses), ...entries('reviewer', reviewers)]

  return (
    <select
      className={styles.select}
      aria-label="List only"
      data-on={only.kind !== 'all' || undefined}
      value={value}
      onChange={({ target }) => stores.library.setState({ only: choiceOf(target.value) })}
    >
      <option value="all">Every status ({articles.length})</option>
      {values.includes(value) ? null : <option value={value}>{labelOf(only)} (0)</option>}
      {statuses.size === 0 ? null : (
        <optgroup label="Status">
          {inOrder(statuses).map(([status, count]) => (
            <option key={status} value={`status:${status}`}>
              {capital(status)} ({count})
            </option>
          ))}
        </optgroup>
      )}
      {reviewers.size === 0 ? null : (
        <optgroup label="To be looked at by">
          {[...reviewers].map(([reviewer, count]) => (
            <option key={reviewer} value={`reviewer:${reviewer}`}>
              @{reviewer} ({count})
            </option>
          ))}
        </optgroup>
      )}
    </select>
  )
}

function counted(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** Along the way to print; what the house calls otherwise comes last. */
function inOrder(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  const rank = (status: string): number => {
    const known: readonly string[] = STATUSES
    const at = known.indexOf(status)
    return at === -1 ? STATUSES.length : at
  }
  return [...counts].sort(([a], [b]) => rank(a) - rank(b))
}

function entries(kind: string, counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts.keys()].map((each) => `${kind}:${each}`)
}

function keyOf(only: LibraryChoice): string {
  switch (only.kind) {
    case 'all':
      return 'all'
    case 'status':
      return `status:${only.status}`
    case 'reviewer':
      return `reviewer:${only.reviewer}`
  }
}

function labelOf(only: LibraryChoice): string {
  if (only.kind === 'reviewer') return `@${only.reviewer}`
  return only.kind === 'status' ? capital(only.status) : ''
}

function choiceOf(value: string): LibraryChoice {
  const at = value.indexOf(':')
  const rest = value.slice(at + 1)
  if (value.startsWith('status:')) return { kind: 'status', status: rest }
  return value.startsWith('reviewer:') ? { kind: 'reviewer', reviewer: rest } : { kind: 'all' }
}

function capital(text: string): string {
  return text.replace(/^./u, (letter) => letter.toUpperCase())
}
