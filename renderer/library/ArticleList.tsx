import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react'
import { useArticle, useDesk, useLayout, useLibrary } from '../app/DeskContext'
import { openArticle } from '../state/actions/articleOpening'
import { trashArticle } from '../state/actions/libraryFiling'
import { articleIdOf } from '../state/articleStore'
import { showDialog } from '../state/dialogStore'
import styles from './ArticleList.module.css'
import { ArticleRow } from './ArticleRow'
import { FolderRow } from './FolderRow'
import { listMove } from './listMove'
import { type LibraryRow, libraryRows } from './rows'
import { useNow } from './useNow'

/** What an empty list says without words to look for. */
const NONE_OF = {
  all: 'No article is listed.',
  status: 'No article has this status.',
  reviewer: 'No article waits for this person.',
} as const

const ARTICLE_HEIGHT = 88
const FOLDER_HEIGHT = 34

/** The articles as a tree of two levels. The list has the focus; the cursor says at which row. */
export function ArticleList() {
  const desk = useDesk()
  const { library } = desk.stores
  const articles = useLibrary((state) => state.articles)
  const filter = useLibrary((state) => state.filter)
  const only = useLibrary((state) => state.only)
  const folded = useLibrary((state) => state.folded)
  const cursor = useLibrary((state) => state.cursor)
  const isReady = useLibrary((state) => state.load.kind === 'ready')
  const sort = useLayout((state) => state.sort)
  const openId = useArticle((state) => articleIdOf(state.view))
  const now = useNow()
  const listId = useId()
  const scroller = useRef<HTMLDivElement>(null)

  const rows = useMemo(
    () => libraryRows({ articles, filter, only, sort, folded }),
    [articles, filter, only, sort, folded],
  )
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'folder' ? FOLDER_HEIGHT : ARTICLE_HEIGHT),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
  })

  const found = rows.findIndex((row) => row.key === cursor)
  const at = found === -1 && rows.length > 0 ? 0 : found
  const rowId = (key: string) => `${listId}-${key.replaceAll(/[^\w-]/g, '_')}`

  // Keeps the cursor's row in sight, and in the document for a screen reader to find.
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' })
  }, [at, virtual])

  // What opened the library is gone from the page, and the keyboard must be somewhere.
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isReady && document.activeElement === document.body) {
      list.current?.focus({ preventScroll: true })
    }
  }, [isReady])

  const setCursor = (key: string) => library.setState({ cursor: key })
  const fold = (folder: string, isFolded: boolean) =>
    library.setState(({ folded: before }) => {
      const next = new Set(before)
      if (isFolded) next.add(folder)
      else next.delete(folder)
      return { folded: next }
    })

  function onKeyDown(event: KeyboardEvent): void {
    const row = rows[at]
    if (row === undefined || event.target !== event.currentTarget) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ARTICLE_HEIGHT))
    const move = listMove(event, { rows, at, page })
    if (move === null) return
    event.preventDefault()
    switch (move.kind) {
      case 'to':
        setCursor(move.key)
        return
      case 'fold':
        fold(move.folder, move.isFolded)
        return
      case 'open':
        void openArticle(desk, move.article.id)
        return
      case 'rename':
        showDialog(desk.stores.dialog, { kind: 'rename', article: move.article })
        return
      case 'trash':
        setCursor(neighbour(rows, at))
        void trashArticle(desk, move.article)
        return
    }
  }

  if (isReady && rows.length === 0) {
    return (
      <p className={styles.nothing} role="status">
        {filter === '' ? NONE_OF[only.kind] : `No article matches “${filter}”.`}
      </p>
    )
  }

  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        ref={list}
        role="tree"
        aria-label="Articles"
        tabIndex={0}
        className={styles.list}
        style={{ height: virtual.getTotalSize() }}
        aria-activedescendant={rows[at] === undefined ? undefined : rowId(rows[at].key)}
        data-article-list
        data-pane-focus
        onKeyDown={onKeyDown}
        onContextMenu={(event) => {
          if (event.target === event.currentTarget && rows[at] !== undefined) {
            event.preventDefault()
            openMenuOf(rowId(rows[at].key))
          }
        }}
      >
        {virtual.getVirtualItems().map(({ index, start, size }) => {
          const row = rows[index]
          if (row === undefined) return null
          const place = { transform: `translateY(${start}px)`, height: size }
          const shared = { id: rowId(row.key), isAtCursor: index === at, style: place }
          return row.kind === 'folder' ? (
            <FolderRow
              key={row.key}
              row={row}
              {...shared}
              onFold={(isFolded) => {
                setCursor(row.key)
                fold(row.folder, isFolded)
              }}
            />
          ) : (
            <ArticleRow
              key={row.key}
              row={row}
              {...shared}
              isOpen={row.article.id === openId}
              now={now}
            />
          )
        })}
      </div>
    </div>
  )
}

/** The menu key is pressed on the list, which has the focus; the menu belongs to the cursor's row. */
function openMenuOf(id: string): void {
  const row = document.getElementById(id)
  if (row === null) return
  const { left, bottom } = row.getBoundingClientRect()
  row.dispatchEvent(
    new MouseEvent('contextmenu', { bubbles: true, clientX: left + 24, clientY: bottom - 12 }),
  )
}

/** Where the cursor goes when its row goes: down, or up from the last. */
function neighbour(rows: readonly LibraryRow[], at: number): string {
  return (rows[at + 1] ?? rows[at - 1] ?? rows[at])?.key ?? ''
}
