import type { ArticleDocument } from '../../shared/document/articleDocument'
import type { ArticleGoal } from '../state/articleSession'

/** The front-matter key that holds how many words the article is to have. */
const KEY = 'goal'

/** The goal of an article, kept in its front matter where other tools and other desks find it. */
export function createGoal(document: ArticleDocument): ArticleGoal {
  return {
    words() {
      const value = document.frontMatterFields().get(KEY)
      const words = Number(value)
      return Number.isInteger(words) && words > 0 ? words : null
    },
    set: (words) => document.setKey(KEY, words ?? ''),
    ...(document.fieldsLocked === undefined ? {} : { locked: document.fieldsLocked }),
  }
}
