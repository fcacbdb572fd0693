import type { ArticleId } from '../../../shared/domain/article'
import { cleanText, mergeReturned, minuteOf } from '../../../shared/review'
import type { Desk } from '../desk'
import { announce } from '../noticesStore'
import { report } from '../problem'

/**
 * Brings an editor's copy of the open article into it, as one step of undo. What was sent is the
 * copy's original reading: an editor who suggests leaves it as it was.
 */
export async function mergeReturnedDraft(desk: Desk, id: ArticleId): Promise<void> {
  const { stores, client } = desk
  const { session } = stores.article.getState()
  if (session === null) return
  try {
    const { text: theirs } = await client.call('articles.open', { id })
    const version = session.version()
    const merged = mergeReturned({
      base: cleanText(theirs, 'original'),
      mine: session.text(),
      theirs,
      author: 'editor',
      time: minuteOf(new Date()),
    })
    const outcome = await session.adopt(merged, version)
    if (outcome === 'done') {
      stores.review.setState({ isShown: true })
      const { suggestions, threads } = session.review.list()
      announce(
        stores.notices,
        `Merged: ${suggestions.length} suggestions and ${threads.length} comments are in this article.`,
      )
    } else {
      announce(stores.notices, 'The page changed meanwhile, so nothing was merged. Try again.')
    }
  } catch (error) {
    report(stores.notices, 'returned draft', error)
  }
}
