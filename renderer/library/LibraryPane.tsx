import { ArrowDownUp, FilePlus2, FolderOpen } from 'lucide-react'
import { useDesk, useLayout, useLibrary } from '../app/DeskContext'
import { shownKey } from '../app/keys/deskKeys'
import { chooseLibrary, openSamples, refreshLibrary } from '../state/actions/libraryOpening'
import { changeSettings } from '../state/actions/settings'
import { showDialog } from '../state/dialogStore'
import { libraryOf } from '../state/libraryStore'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { Menu, type MenuEntry } from '../ui/Menu'
import { ArticleList } from './ArticleList'
import { Filter } from './Filter'
import styles from './LibraryPane.module.css'
import { StatusFilter } from './StatusFilter'

/** The folder on the left: its articles, in sections, to filter, sort and file. */
export function LibraryPane() {
  const desk = useDesk()
  const load = useLibrary((state) => state.load)
  const library = libraryOf(load)
  return (
    <nav className={styles.pane} data-pane="library" aria-label="Library">
      <header className={styles.header}>
        <h2 className={styles.name} title={library?.displayPath}>
          {library?.name ?? 'Library'}
        </h2>
        <SortMenu />
        <IconButton
          icon={FolderOpen}
          label="Open another folder"
          keys={shownKey(desk.host, 'library.open')}
          onClick={() => void chooseLibrary(desk)}
        />
        <IconButton
          icon={FilePlus2}
          label="New article"
          keys={shownKey(desk.host, 'article.new')}
          onClick={() => showDialog(desk.stores.dialog, { kind: 'new', folder: '' })}
        />
      </header>
      <Filter />
      <StatusFilter />
      <List />
      <Problems />
    </nav>
  )
}

const SORTS = [
  ['changed', 'Last change'],
  ['title', 'Title'],
  ['status', 'Status'],
] as const

function SortMenu() {
  const desk = useDesk()
  const sort = useLayout((state) => state.sort)
  const entries = SORTS.map(
    ([value, label]): MenuEntry => ({
      kind: 'item',
      id: value,
      label,
      checked: value === sort,
      run: () => void changeSettings(desk, { sort: value }),
    }),
  )
  return (
    <Menu label="Sort by" entries={entries}>
      <IconButton icon={ArrowDownUp} label="Sort by…" />
    </Menu>
  )
}

function List() {
  const desk = useDesk()
  const load = useLibrary((state) => state.load)
  const isEmpty = useLibrary(({ articles }) => articles.length === 0)
  if (load.kind === 'failed') {
    return (
      <div className={styles.note} role="alert">
        <p>{load.message}</p>
        <Button onClick={() => void refreshLibrary(desk)}>Try again</Button>
        <Button look="quiet" onClick={() => void chooseLibrary(desk)}>
          Open another folder…
        </Button>
      </div>
    )
  }
  if (load.kind === 'ready' && isEmpty) {
    return (
      <div className={styles.note}>
        <p>No Markdown files here yet. Start an article, or look at the samples first.</p>
        <Button onClick={() => void openSamples(desk)}>Open the samples</Button>
      </div>
    )
  }
  return <ArticleList />
}

function Problems() {
  const problems = useLibrary((state) => state.problems)
  if (problems.length === 0) return null
  return (
    <details className={styles.problems}>
      <summary>
        {problems.length === 1
          ? 'One part could not be read'
          : `${problems.length} parts could not be read`}
      </summary>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </details>
  )
}
