import { useEffect, useId, useState } from 'react'
import { useArticle, useDesk, useLibrary } from '../app/DeskContext'
import { timeOf } from '../history/revisionFace'
import type { Revision } from '../history/useHistory'
import type { ComparedSide } from '../state/dialogStore'
import styles from './CompareDialog.module.css'

interface SideSelectProps {
  readonly label: string
  readonly side: ComparedSide
  onChange(side: ComparedSide): void
}

/** As many versions as a menu holds; those with a name are always there. */
const OFFERED = 100

/** Chooses a version of the open article or another file of the library. */
export function SideSelect({ label, side, onChange }: SideSelectProps) {
  const id = useId()
  const { clock } = useDesk()
  const session = useArticle((state) => state.session)
  const own = useArticle((state) => state.summary)
  const articles = useLibrary((state) => state.articles)
  const revisions = useRevisions()
  const files = articles.filter((article) => article.id !== own?.id && !article.problem)
  const offered = revisions.filter(
    ({ n, name }, index) =>
      index < OFFERED || name !== '' || (side.kind === 'revision' && side.n === n),
  )
  const value = side.kind === 'page' ? 'page' : side.kind === 'revision' ? `n${side.n}` : side.id

  function choose(chosen: string): void {
    const file = files.find((article) => article.id === chosen)
    if (chosen === 'page') onChange({ kind: 'page' })
    else if (file) onChange({ kind: 'file', id: file.id })
    else onChange({ kind: 'revision', n: Number(chosen.slice(1)) })
  }

  return (
    <label className={styles.side} htmlFor={id}>
      {label}
      <select
        id={id}
        className={styles.select}
        value={value}
        onChange={({ target }) => choose(target.value)}
      >
        {session === null ? null : (
          <optgroup label={own?.title ?? 'This article'}>
            <option value="page">The page now</option>
            {offered.map(({ n, name, time }) => (
              <option key={n} value={`n${n}`}>
                {name || timeOf(time, clock.now())}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label="Other articles">
          {files.map((file) => (
            <option key={file.id} value={file.id}>
              {file.folder === '' ? file.fileName : `${file.folder}/${file.fileName}`}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  )
}

function useRevisions(): readonly Revision[] {
  const { client } = useDesk()
  const id = useArticle((state) => state.summary?.id)
  const [revisions, setRevisions] = useState<readonly Revision[]>([])
  useEffect(() => {
    if (id === undefined) return
    let isWanted = true
    client.call('history.list', { id }).then(
      (list) => {
        if (isWanted) setRevisions(list.revisions)
      },
      // Without its versions there are still the page and the other articles.
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [client, id])
  return revisions
}
