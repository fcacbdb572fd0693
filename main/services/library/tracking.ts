import type { ArticleId, Revision } from '../../../shared/domain/article'
import type { FilePath, Root } from '../../ports/fileStore'
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
  /** The files in a folder that a renderer saw last, the newest first. */
  latest(root: Root): readonly FilePath[]
}

/** As many as may well be open at once. */
const LATEST = 8

export function createTracking({
  identities,
  events,
}: {
  readonly identities: Identities
  readonly events: Events
}): Tracking {
  const seen = new Map<
    string,
    { readonly id: ArticleId; readonly place: ArticlePlace; readonly revision: Revision | null }
  >()
  return {
    saw(place, revision) {
      // Set anew, so that the newest come last.
      seen.delete(keyOf(place))
      seen.set(keyOf(place), { id: identities.article(place), place, revision })
    },
    revisionOf: (place) => seen.get(keyOf(place))?.revision ?? null,
    isTracked: (place) => seen.has(keyOf(place)),
    found(place, revision) {
      const known = seen.get(keyOf(place))
      if (known === undefined || known.revision === revision) return
      seen.set(keyOf(place), { ...known, revision })
      events.emit('article.changed', { id: known.id, revision })
    },
    moved(from, to) {
      const known = seen.get(keyOf(from))
      seen.delete(keyOf(from))
      if (known !== undefined) seen.set(keyOf(to), { ...known, place: to })
    },
    forget(place) {
      seen.delete(keyOf(place))
    },
    latest: (root) =>
      [...seen.values()]
        .filter(({ place }) => place.root === root)
        .slice(-LATEST)
        .map(({ place }) => place.path)
        .reverse(),
  }
}
