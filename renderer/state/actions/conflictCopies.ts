import type { CopyInLibrary } from '../../../shared/domain/libraryCopies'
import type { Desk } from '../desk'
import { settle, warn } from '../noticesStore'
import { report } from '../problem'
import { openArticle } from './articleOpening'
import { flushAll } from './articleSaving'
import { trashArticle } from './libraryFiling'
import { openPage, takeVersion } from './reconciling'

/** Shows an article beside the copy that a sync program made of it. */
export async function compareWithCopy(
  desk: Desk,
  { original, copy, tool }: CopyInLibrary,
): Promise<void> {
  const { stores, client } = desk
  if (!(await openArticle(desk, original.id))) return
  try {
    const page = await loadedPage(desk)
    if (page === null || (await flushAll(desk)).kind !== 'clean') return
    const [theirs, { compareArticles }] = await Promise.all([
      client.call('articles.open', { id: copy.id }),
      import('../../../shared/document/merge'),
    ])
    const mine = page.session.text()
    if (mine === theirs.text) {
      offerTrash(desk, copy, `“${copy.fileName}” says the same as “${original.fileName}”.`)
      return
    }
    const parts = compareArticles(mine, theirs.text)
    stores.article.setState({ comparing: { copy, tool, parts } })
  } catch (error) {
    report(stores.notices, `copy:${copy.id}`, error)
  }
}

/** The editor loads after the article was opened. */
async function loadedPage(desk: Desk): Promise<ReturnType<typeof openPage>> {
  const { article } = desk.stores
  const now = openPage(desk)
  if (now !== null || article.getState().view.kind !== 'open') return now
  return new Promise((resolve) => {
    const stop = article.subscribe(({ view }) => {
      const page = openPage(desk)
      if (page === null && view.kind === 'open') return
      stop()
      resolve(page)
    })
  })
}

/** Goes back to the page with nothing decided. */
export function stopComparing({ stores }: Desk): void {
  stores.article.setState({ comparing: null })
  stores.article.getState().session?.focus()
}

/** Takes what a person made of the article and its copy; the copy stays until they want it gone. */
export async function takeComparison(desk: Desk, text: string): Promise<void> {
  const { comparing, base, summary } = desk.stores.article.getState()
  if (comparing === null || base === null) return
  const { copy } = comparing
  if (!(await takeVersion(desk, { text, theirs: base.get() }))) return
  await flushAll(desk)
  stopComparing(desk)
  offerTrash(
    desk,
    copy,
    `“${summary?.fileName ?? ''}” now has what you took of “${copy.fileName}”.`,
  )
}

function offerTrash(desk: Desk, copy: CopyInLibrary['copy'], text: string): void {
  const key = `copy:${copy.id}`
  warn(desk.stores.notices, {
    key,
    text,
    actions: [
      {
        label: 'Move the copy to the trash',
        run: () => {
          settle(desk.stores.notices, key)
          void trashArticle(desk, copy)
        },
      },
    ],
  })
}
