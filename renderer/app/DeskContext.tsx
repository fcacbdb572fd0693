import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { ArticleState } from '../state/articleStore'
import type { Desk } from '../state/desk'
import type { LayoutState } from '../state/layoutStore'
import type { LibraryState } from '../state/libraryStore'

export const DeskContext = createContext<Desk | null>(null)

/** The desk this component stands on. */
export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (desk === null) throw new Error('There is no desk above this component.')
  return desk
}

export function useLibrary<T>(select: (state: LibraryState) => T): T {
  return useStore(useDesk().stores.library, select)
}

export function useArticle<T>(select: (state: ArticleState) => T): T {
  return useStore(useDesk().stores.article, select)
}

export function useLayout<T>(select: (state: LayoutState) => T): T {
  return useStore(useDesk().stores.layout, select)
}
