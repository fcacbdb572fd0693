import type { Desk } from '../desk'
import { tell } from '../noticesStore'
import { report } from '../problem'

/** Puts the whole article, as its file would be, on the clipboard. */
export async function copyWords({ stores }: Desk): Promise<void> {
  const { session } = stores.article.getState()
  if (session === null) return
  try {
    await navigator.clipboard.writeText(session.text())
    tell(stores.notices, { key: 'copied', text: 'The whole article is on the clipboard.' })
  } catch (error) {
    report(stores.notices, 'copied', error)
  }
}
