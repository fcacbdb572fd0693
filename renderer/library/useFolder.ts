import { useCallback, useEffect, useState } from 'react'
import type { Output } from '../../shared/api/contract'
import type { FolderId } from '../../shared/domain/article'
import { useDesk } from '../app/DeskContext'
import { problemOf } from '../state/problem'

export type Folder = Output<'folders.browse'>

export type BrowseState =
  | { readonly kind: 'reading' }
  | { readonly kind: 'shown'; readonly folder: Folder }
  | { readonly kind: 'failed'; readonly message: string; readonly last: Folder | null }

export interface FolderBrowsing {
  readonly state: BrowseState
  browse(folder?: FolderId): void
  create(parent: FolderId, name: string): Promise<void>
}

/** Walks the folders of the backend's machine, beginning at the person's home. */
export function useFolder(): FolderBrowsing {
  const { client } = useDesk()
  const [state, setState] = useState<BrowseState>({ kind: 'reading' })

  const show = useCallback(async (reading: Promise<Folder>) => {
    try {
      setState({ kind: 'shown', folder: await reading })
    } catch (error) {
      setState((before) => ({
        kind: 'failed',
        message: problemOf(error),
        last: before.kind === 'shown' ? before.folder : null,
      }))
    }
  }, [])

  const browse = useCallback(
    (folder?: FolderId) => void show(client.call('folders.browse', { folder })),
    [client, show],
  )
  const create = useCallback(
    (parent: FolderId, name: string) => show(client.call('folders.create', { parent, name })),
    [client, show],
  )

  useEffect(() => browse(), [browse])
  return { state, browse, create }
}
