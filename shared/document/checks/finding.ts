import type { ReviewList } from '../../review'
import type { ArticleContent, Block } from '../content'
import type { HouseRules } from './houseRules'

/** How much it matters: an error must not be published, a warning should not, a note is for the writer to judge. */
export type Level = 'error' | 'warning' | 'note'

/** Where a finding is, to be jumped to. */
export type FindingPlace =
  | { readonly kind: 'field'; readonly field: string }
  /** `text` is what the block holds there, to be found and selected; `''` for the block as a whole. */
  | { readonly kind: 'block'; readonly key: string; readonly text: string }

export interface Finding {
  /** Name of the check, by which a library turns it off. */
  readonly check: string
  readonly level: Level
  readonly message: string
  readonly place: FindingPlace
}

/** What a check cannot see in the article itself. */
export interface Surroundings {
  /** Addresses, as written, of files that are not there. */
  readonly missing: ReadonlySet<string>
  /** Slugs of the library's other articles, with the headline each belongs to. */
  readonly slugs: ReadonlyMap<string, string>
  /** The article's review, which its content does not show any more. */
  readonly review: ReviewList
  /** Milliseconds since 1970. */
  readonly now: number
}

/** All that the checks look at. */
export interface Subject extends Surroundings {
  readonly content: ArticleContent
  /** The block that serves as the headline, if any. */
  readonly headline: Block | null
  readonly title: string
  readonly rules: HouseRules
}

export type Check = (subject: Subject) => readonly Finding[]

export function inField(field: string, check: string, level: Level, message: string): Finding {
  return { check, level, message, place: { kind: 'field', field } }
}

export function inBlock(
  block: Block,
  check: string,
  level: Level,
  message: string,
  text = '',
): Finding {
  return { check, level, message, place: { kind: 'block', key: block.key, text } }
}
