import { useEffect, useState } from 'react'
import type { MarkedArticle } from '../../shared/document/compare'
import { changedPieces, wordsChanged } from '../../shared/document/compare/summary'
import type { ArticleId } from '../../shared/domain/article'
import { useDesk } from '../app/DeskContext'
import type { Desk } from '../state/desk'
import type { ComparedSide } from '../state/dialogStore'
import { problemOf } from '../state/problem'
import { compareAside } from './compareTexts'

export type Compared =
  | { readonly kind: 'reading' | 'failed'; readonly message: string }
  | {
      readonly kind: 'ready'
      readonly article: MarkedArticle
      /** Keys of the pieces that hold a change. */
      readonly changed: readonly string[]
      readonly added: number
      readonly removed: number
      /** Whose pictures are shown. */
      readonly picturesOf: ArticleId
    }

/** Reads both versions and compares them; under review each is read as accepted. */
export function useCompared(before: ComparedSide, after: ComparedSide): Compared {
  const desk = useDesk()
  const [compared, setCompared] = useState<Compared>({ kind: 'reading', message: 'Reading…' })
  useEffect(() => {
    const abort = new AbortController()
    const { signal } = abort
    const settle = (next: Compared): void => {
      if (!signal.aborted) setCompared(next)
    }
    Promise.all([textOf(desk, before), textOf(desk, after)])
      .then(async ([old, now]) => {
        if (signal.aborted) return
        const article = await compareAside({ before: old.text, after: now.text }, signal)
        const changed = changedPieces(article)
        settle({ kind: 'ready', article, changed, ...wordsChanged(article), picturesOf: now.id })
      })
      .catch((error: unknown) => settle({ kind: 'failed', message: problemOf(error) }))
    return () => abort.abort()
  }, [desk, before, after])
  return compared
}

async function textOf(
  { client, stores }: Desk,
  side: ComparedSide,
): Promise<{ readonly id: ArticleId; readonly text: string }> {
  if (side.kind === 'file') {
    const { text } = await client.call('articles.open', { id: side.id })
    return { id: side.id, text }
  }
  const { session } = stores.article.getState()
  if (session === null) throw new Error('No article is open.')
  if (side.kind === 'page') return { id: session.id, text: session.text() }
  const { text } = await client.call('history.text', { id: session.id, n: side.n })
  return { id: session.id, text }
}
