import { useCallback, useEffect, useState } from 'react'
import type { Output } from '../../shared/api/contract'
import type { ArticleId } from '../../shared/domain/article'
import { useDesk } from '../app/DeskContext'
import { problemOf } from '../state/problem'

export type Revision = Output<'history.list'>['revisions'][number]

type Load =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'ready'; readonly revisions: readonly Revision[] }

interface History {
  readonly load: Load
  /** The number of the version that is looked at. */
  readonly chosen: number | null
  choose(n: number): void
  refresh(): void
}

/** A save's version is in the history a moment after the save. */
const KEPT_MS = 300

/** The versions of an article, and those that come while one looks. */
export function useHistory(id: ArticleId): History {
  const { client, clock } = useDesk()
  const [load, setLoad] = useState<Load>({ kind: 'loading' })
  const [picked, setPicked] = useState<number | null>(null)

  const refresh = useCallback(() => {
    client.call('history.list', { id }).then(
      ({ revisions }) => setLoad({ kind: 'ready', revisions }),
      (error: unknown) => setLoad({ kind: 'failed', message: problemOf(error) }),
    )
  }, [client, id])

  useEffect(() => {
    let cancel: (() => void) | null = null
    refresh()
    const stop = client.subscribe('article.saved', (saved) => {
      if (saved.id !== id) return
      cancel?.()
      cancel = clock.after(KEPT_MS, refresh)
    })
    return () => {
      stop()
      cancel?.()
    }
  }, [client, clock, id, refresh])

  const newest = load.kind === 'ready' ? (load.revisions[0]?.n ?? null) : null
  return { load, chosen: picked ?? newest, choose: setPicked, refresh }
}
