import type { ArticleId } from '../../../shared/domain/article'
import type { Desk } from '../desk'
import { settle, tell, warn } from '../noticesStore'
import { report } from '../problem'
import { flushAll } from './articleSaving'
import { openPage, takeVersion } from './reconciling'

/** Makes a version the page again. What was on it is saved first, and is a version of its own. */
export async function restoreRevision(desk: Desk, n: number): Promise<void> {
  const page = openPage(desk)
  if (page === null) return
  const { stores, client } = desk
  const key = `restored:${page.session.id}`
  try {
    const state = await flushAll(desk)
    if (state.kind !== 'clean') {
      warn(stores.notices, {
        key,
        text: 'What is on the page could not be saved, so no other version was put in its place.',
      })
      return
    }
    const { text } = await client.call('history.text', { id: page.session.id, n })
    const mine = page.session.text()
    if (!(await takeVersion(desk, { text, theirs: page.base.get() }))) return
    const undo = (): void => {
      settle(stores.notices, key)
      const now = openPage(desk)
      if (now?.session.id !== page.session.id) return
      void takeVersion(desk, { text: mine, theirs: now.base.get() })
    }
    tell(stores.notices, {
      key,
      text: 'The version is back on the page. The one before is in the history, too.',
      actions: [{ label: 'Undo', run: undo }],
    })
  } catch (error) {
    report(stores.notices, key, error)
  }
}

/** Gives a version a name, by which it stays for good; `''` takes the name away. */
export async function nameRevision(
  { client, stores }: Desk,
  id: ArticleId,
  n: number,
  name: string,
): Promise<void> {
  await client
    .call('history.name', { id, n, name })
    .catch((error: unknown) => report(stores.notices, `name:${n}`, error))
}
