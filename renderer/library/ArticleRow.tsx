import { Ellipsis, Files, TriangleAlert } from 'lucide-react'
import type { CSSProperties } from 'react'
import { useDesk } from '../app/DeskContext'
import { openArticle } from '../state/actions/articleOpening'
import { Menu, PointerMenu } from '../ui/Menu'
import styles from './ArticleList.module.css'
import { articleMenu } from './articleMenu'
import { relativeTime } from './relativeTime'
import type { LibraryRow } from './rows'
import { StatusChip } from './StatusChip'

interface ArticleRowProps {
  readonly row: Extract<LibraryRow, { kind: 'article' }>
  readonly id: string
  readonly isAtCursor: boolean
  readonly isOpen: boolean
  readonly now: number
  readonly style: CSSProperties
}

export function ArticleRow({ row, id, isAtCursor, isOpen, now, style }: ArticleRowProps) {
  const desk = useDesk()
  const { article, copyOf } = row
  const { problem, title } = article
  const entries = articleMenu(desk, article, copyOf)
  return (
    <PointerMenu label={title} entries={entries}>
      <div
        role="treeitem"
        id={id}
        style={style}
        className={styles.article}
        data-cursor={isAtCursor}
        data-level={row.level}
        data-copy={copyOf !== undefined || undefined}
        aria-level={row.level}
        aria-posinset={row.position}
        aria-setsize={row.siblings}
        aria-selected={isOpen}
        onClick={() => {
          desk.stores.library.setState({ cursor: row.key })
          void openArticle(desk, article.id)
        }}
      >
        <span className={styles.title}>{title}</span>
        {copyOf !== undefined && problem === undefined ? (
          <span className={styles.copy}>
            <Files size={13} strokeWidth={2} aria-hidden />
            {copyOf.isCertain ? 'Another version' : 'Perhaps another version'} of “
            {copyOf.original.fileName}”, kept by {copyOf.tool}.
          </span>
        ) : problem === undefined ? (
          <span className={styles.standfirst}>
            {article.standfirst || article.excerpt || 'Nothing written yet.'}
          </span>
        ) : (
          <span className={styles.problem} title={problem}>
            <TriangleAlert size={13} strokeWidth={2} aria-hidden />
            {problem}
          </span>
        )}
        <span className={styles.meta}>
          {article.status === '' ? null : <StatusChip status={article.status} />}
          {article.reviewer === undefined ? null : (
            <span className={styles.words} title={`To be looked at by @${article.reviewer}`}>
              @{article.reviewer}
            </span>
          )}
          {problem === undefined ? (
            <span className={styles.words}>
              {article.words.toLocaleString('en')} {article.words === 1 ? 'word' : 'words'}
            </span>
          ) : (
            <span className={styles.words}>{article.fileName}</span>
          )}
          <span className={styles.changed}>{relativeTime(article.modified, now)}</span>
        </span>
        <Menu label={`What to do with ${title}`} entries={entries}>
          <button
            type="button"
            tabIndex={-1}
            className={styles.more}
            aria-label={`More for ${title}`}
            onClick={(event) => event.stopPropagation()}
          >
            <Ellipsis size={16} strokeWidth={2} aria-hidden />
          </button>
        </Menu>
      </div>
    </PointerMenu>
  )
}
