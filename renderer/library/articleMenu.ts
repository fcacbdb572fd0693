import type { ArticleSummary } from '../../shared/domain/article'
import type { CopyInLibrary } from '../../shared/domain/libraryCopies'
import { openArticle } from '../state/actions/articleOpening'
import { compareWithLast } from '../state/actions/comparing'
import { compareWithCopy } from '../state/actions/conflictCopies'
import { duplicateArticle, trashArticle } from '../state/actions/libraryFiling'
import type { Desk } from '../state/desk'
import { type ComparedSide, type DialogState, showDialog } from '../state/dialogStore'
import type { MenuEntry } from '../ui/Menu'

/** The page where an article is open, else the file itself, until another is chosen. */
function openOr({ stores }: Desk, file: ComparedSide): ComparedSide {
  return stores.article.getState().session === null ? file : { kind: 'page' }
}

/** What can be done with one article of the list. */
export function articleMenu(
  desk: Desk,
  article: ArticleSummary,
  copyOf?: CopyInLibrary,
): readonly MenuEntry[] {
  const show = (dialog: DialogState) => showDialog(desk.stores.dialog, dialog)
  const readable = article.problem === undefined
  return [
    {
      kind: 'item',
      id: 'open',
      label: 'Open',
      keys: 'Enter',
      run: () => void openArticle(desk, article.id),
    },
    ...(copyOf === undefined
      ? []
      : [
          {
            kind: 'item' as const,
            id: 'merge',
            label: `Compare with “${copyOf.original.fileName}”…`,
            enabled: readable,
            run: () => void compareWithCopy(desk, copyOf),
          },
        ]),
    {
      kind: 'item',
      id: 'compare',
      label: 'Compare with…',
      enabled: readable,
      run: () => {
        const file = { kind: 'file', id: article.id } as const
        const isOpen = desk.stores.article.getState().summary?.id === article.id
        if (isOpen) void compareWithLast(desk, article.id)
        else show({ kind: 'compare', before: file, after: openOr(desk, file) })
      },
    },
    {
      kind: 'item',
      id: 'export',
      label: 'Export…',
      enabled: readable,
      run: () => show({ kind: 'export', article, format: 'html' }),
    },
    {
      kind: 'item',
      id: 'rename',
      label: 'Rename…',
      keys: 'F2',
      startsGroup: true,
      run: () => show({ kind: 'rename', article }),
    },
    {
      kind: 'item',
      id: 'move',
      label: 'Move to folder…',
      run: () => show({ kind: 'move', article }),
    },
    {
      kind: 'item',
      id: 'duplicate',
      label: 'Duplicate',
      enabled: readable,
      run: () => void duplicateArticle(desk, article),
    },
    {
      kind: 'item',
      id: 'trash',
      label: 'Move to trash',
      keys: 'Delete',
      startsGroup: true,
      run: () => void trashArticle(desk, article),
    },
  ]
}
