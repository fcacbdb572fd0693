import { CornerLeftUp, Folder as FolderIcon, FolderPlus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { FolderId } from '../../shared/domain/article'
import { Button } from '../ui/Button'
import styles from './FolderBrowser.module.css'
import { nameProblem } from './fileName'
import { type Folder, type FolderBrowsing, useFolder } from './useFolder'

interface FolderBrowserProps {
  /** What choosing does, on the button: `Open this folder`. */
  readonly verb: string
  onChoose(folder: FolderId): void
}

/** Picks a folder in the page, for hosts that cannot show the system's own dialog. */
export function FolderBrowser({ verb, onChoose }: FolderBrowserProps) {
  const browsing = useFolder()
  const { state } = browsing
  const folder = state.kind === 'shown' ? state.folder : state.kind === 'failed' ? state.last : null
  return (
    <div className={styles.browser}>
      {state.kind === 'failed' ? (
        <p className={styles.problem} role="alert">
          {state.message}
        </p>
      ) : null}
      {folder === null ? (
        <p className={styles.place}>{state.kind === 'reading' ? 'Reading folders…' : ''}</p>
      ) : (
        <>
          <p className={styles.place}>{folder.displayPath}</p>
          <Children folder={folder} browsing={browsing} />
          <div className={styles.buttons}>
            <NewFolder folder={folder} browsing={browsing} />
            <Button look="primary" onClick={() => onChoose(folder.folder)}>
              {verb}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

interface PartProps {
  readonly folder: Folder
  readonly browsing: FolderBrowsing
}

function Children({ folder, browsing }: PartProps) {
  const { parent, children } = folder
  const list = useRef<HTMLUListElement>(null)

  // The folder that was pressed is gone from the list, and the keyboard goes on where it led.
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.querySelector('button')?.focus()
  })

  return (
    <ul ref={list} className={styles.list} aria-label={`Folders in ${folder.displayPath}`}>
      {parent === null ? null : (
        <li>
          <button type="button" className={styles.entry} onClick={() => browsing.browse(parent)}>
            <CornerLeftUp size={16} strokeWidth={1.75} aria-hidden />
            <span className={styles.name}>The folder above</span>
          </button>
        </li>
      )}
      {children.map((child) => (
        <li key={child.folder}>
          <button
            type="button"
            className={styles.entry}
            onClick={() => browsing.browse(child.folder)}
          >
            <FolderIcon size={16} strokeWidth={1.75} aria-hidden />
            <span className={styles.name}>{child.name}</span>
            {child.articles > 0 ? (
              <span className={styles.count}>
                {child.articles} {child.articles === 1 ? 'article' : 'articles'}
              </span>
            ) : null}
          </button>
        </li>
      ))}
      {children.length === 0 ? <li className={styles.none}>No folders in here.</li> : null}
    </ul>
  )
}

function focusAtOnce(element: HTMLElement | null): void {
  element?.focus()
}

function NewFolder({ folder, browsing }: PartProps) {
  const [name, setName] = useState<string | null>(null)
  const wasNaming = useRef(false)
  if (name === null) {
    return (
      <Button
        ref={wasNaming.current ? focusAtOnce : undefined}
        look="quiet"
        className={styles.newButton}
        onClick={() => {
          wasNaming.current = true
          setName('')
        }}
      >
        <FolderPlus size={16} strokeWidth={1.75} aria-hidden />
        New folder…
      </Button>
    )
  }
  return (
    <form
      className={styles.newFolder}
      onSubmit={(event) => {
        event.preventDefault()
        if (nameProblem(name) !== null) return
        void browsing.create(folder.folder, name.trim()).then(() => setName(null))
      }}
    >
      <input
        type="text"
        className={styles.newName}
        aria-label="Name of the new folder"
        placeholder="Name of the new folder"
        value={name}
        ref={focusAtOnce}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          // Only the field is given up, not the dialog around it.
          event.preventDefault()
          event.stopPropagation()
          setName(null)
        }}
      />
      <Button type="submit">Make it</Button>
    </form>
  )
}
