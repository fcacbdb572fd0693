import { countWords } from '../../../shared/text/countWords'
import type { ArticleSession } from '../articleSession'
import type { Desk } from '../desk'
import { settle, warn } from '../noticesStore'
import { openPage, takeVersion } from './reconciling'

/** Fewer words than these are written again sooner than a notice is read. */
const MIN_WORDS = 20
/** What is left where a save took nearly everything. */
const LITTLE = 0.1

async function wordsIn(text: string): Promise<number> {
  // Loaded when it is wanted: the desk's first screen does not read articles.
  const { splitArticle } = await import('../../../shared/article')
  return countWords(splitArticle(text).body)
}

/**
 * Looks at each save of an article whether it took nearly all of its words away: a slip of the hand or
 * a fault of ours looks just like that, and would be seen too late. The text before is in the history
 * by then, and is offered back.
 */
export function watchCuts(
  desk: Desk,
  session: ArticleSession,
): (before: string, after: string) => Promise<void> {
  const { notices } = desk.stores
  const key = `cut:${session.id}`
  let whole: string | null = null

  /** How many words there were; null where no such cut was made. */
  async function cutFrom(before: string, after: string): Promise<number | null> {
    // Lengths first: words are counted for the rare save that halves an article.
    if (after.length > before.length / 2) return null
    const words = await wordsIn(before)
    return words >= MIN_WORDS && (await wordsIn(after)) <= words * LITTLE ? words : null
  }

  return async (before, after) => {
    if (whole !== null && (await cutFrom(whole, after)) === null) {
      whole = null
      settle(notices, key)
    }
    const words = await cutFrom(before, after)
    if (words === null) return
    whole = before
    const name = openPage(desk)?.name ?? 'This article'
    warn(notices, {
      key,
      text: `“${name}” lost nearly all of its words with the last save: ${words} were there before. That version is in the history.`,
      actions: [
        {
          label: 'Bring them back',
          run: () => {
            settle(notices, key)
            const page = openPage(desk)
            if (page?.session !== session) return
            void takeVersion(desk, { text: before, theirs: page.base.get() })
          },
        },
      ],
    })
  }
}
