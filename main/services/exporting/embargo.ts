import { readDay } from '../../../shared/document/html/date'
import type { ArticleMeta } from '../../../shared/domain/meta'

/** Why an article is not to be seen yet, `now` in milliseconds since 1970; null when it may be. */
export function keptBack({ embargo }: ArticleMeta, now: number): string | null {
  const until = Date.parse(readDay(embargo)?.machine ?? '')
  return until > now ? `kept back, it is under embargo until ${embargo}.` : null
}
