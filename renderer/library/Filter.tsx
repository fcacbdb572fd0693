import { Search, X } from 'lucide-react'
import { useDesk, useLibrary } from '../app/DeskContext'
import styles from './Filter.module.css'

/** Narrows the list as one types; the arrow key goes on into the list. */
export function Filter() {
  const { stores } = useDesk()
  const filter = useLibrary((state) => state.filter)
  const setFilter = (text: string) => stores.library.setState({ filter: text })
  return (
    <search className={styles.filter}>
      <Search size={14} strokeWidth={2} aria-hidden className={styles.icon} />
      <input
        type="text"
        className={styles.input}
        aria-label="Filter articles"
        placeholder="Filter"
        spellCheck={false}
        autoComplete="off"
        data-library-filter
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && filter !== '') {
            event.preventDefault()
            setFilter('')
          }
          if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault()
            document.querySelector<HTMLElement>('[data-article-list]')?.focus()
          }
        }}
      />
      {filter === '' ? null : (
        <button
          type="button"
          className={styles.clear}
          aria-label="Clear the filter"
          onClick={() => setFilter('')}
        >
          <X size={14} strokeWidth={2} aria-hidden />
        </button>
      )}
    </search>
  )
}
