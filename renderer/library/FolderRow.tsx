import { ChevronRight } from 'lucide-react'
import type { CSSProperties } from 'react'
import styles from './ArticleList.module.css'
import type { LibraryRow } from './rows'

interface FolderRowProps {
  readonly row: Extract<LibraryRow, { kind: 'folder' }>
  readonly id: string
  readonly isAtCursor: boolean
  readonly style: CSSProperties
  onFold(isFolded: boolean): void
}

export function FolderRow({ row, id, isAtCursor, style, onFold }: FolderRowProps) {
  return (
    <div
      role="treeitem"
      id={id}
      style={style}
      className={styles.folder}
      data-cursor={isAtCursor}
      aria-level={1}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={!row.isFolded}
      aria-selected={false}
      onClick={() => onFold(!row.isFolded)}
    >
      <ChevronRight size={14} strokeWidth={2} aria-hidden className={styles.chevron} />
      <span className={styles.folderName}>{row.folder.split('/').join(' / ')}</span>
      <span className={styles.count}>{row.count}</span>
    </div>
  )
}
