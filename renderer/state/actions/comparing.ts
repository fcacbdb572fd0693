import type { ArticleId } from '../../../shared/domain/article'
import type { Desk } from '../desk'
import { type ComparedSide, showDialog } from '../dialogStore'

/** Shows what was changed on the page since the version before; which two are compared can be chosen there. */
export async function compareWithLast({ client, stores }: Desk, id: ArticleId): Promise<void> {
  const after: ComparedSide = { kind: 'page' }
  const revisions = await client.call('history.list', { id }).then(
    (list) => list.revisions,
    () => [],
  )
  // The newest version is the page as it was saved last.
  const last = revisions[1] ?? revisions[0]
  const before: ComparedSide = last ? { kind: 'revision', n: last.n } : after
  showDialog(stores.dialog, { kind: 'compare', before, after })
}
