import type { ArticleId, Revision } from '../../../shared/domain/article'
import type { Events } from '../events'
import { type ArticlePlace, type Identities, keyOf } from '../identities'

/** The revisions that a renderer has seen, so that only what others did to a file is told of. */
export interface Tracking {
  /** The renderer now has this revision: it opened or saved it. */
  saw(place: ArticlePlace, revision: Revision): void
  isTracked(place: ArticlePlace): boolean
  /** The revision that was last seen; `null` for a file that is gone, or of which nothing is known. */
  revisionOf(place: ArticlePlace): Revision | null
  /** The file was found at this revision (`null`: it is gone); tells when that is news. */
  found(place: ArticlePlace, revision: Revision | null): void
  moved(from: ArticlePlace, to: ArticlePlace): void
  forget(place: ArticlePlace): void
}

export function createTracking({
  identities,
  events,
}: {
  readonly identities: Identities
  readonly events: Events
}): Tracking {
  const seen = new Map<string, { readonly id: ArticleId; readonly revision: Revision | null }>()
  return {
    saw(place, revision) {
      seen.set(keyOf(place), { id: identities.article(place), revision })
    },
    revisionOf: (place) => seen.get(keyOf(place))?.revision ?? null,
    isTracked: (place) => seen.has(keyOf(place)),
    found(place, revision) {
      const known = seen.get(keyOf(place))
      if (known === undefined || known.revision === revision) return
      seen.set(keyOf(place), { id: known.id, revision })
      events.emit('article.changed', { id: known.id, revision })
    },
    moved(from, to) {
      const known = seen.get(keyOf(from))
      seen.delete(keyOf(from))
      if (known !== undefined) seen.set(keyOf(to), known)
    },
    forget(place) {
      seen.delete(keyOf(place))
    },
  }
}
