import type { ArticleContent } from '../content'
import { createRenderContext, headlineOf } from '../html'
import { isRelative } from '../html/addresses'
import type { Check, Finding, Level, Subject, Surroundings } from './finding'
import { checkHouseRules } from './house'
import { type HouseRules, NO_HOUSE_RULES } from './houseRules'
import { checkDoubledWords, checkPlaceholders, checkQuotations, checkReview } from './language'
import { checkDates, checkLengths, checkSlug } from './meta'
import { checkLead, checkPictures } from './pictures'
import { checkHeadings, checkLinks } from './structure'
import { nodesOf } from './words'

export { CHECK_NAMES, type ChecklistState, checklistFor } from './checklist'
export type { Finding, FindingPlace, Level, Surroundings } from './finding'
export {
  HOUSE_RULES_FILE,
  type HouseRules,
  NO_HOUSE_RULES,
  type ReadHouseRules,
  readHouseRules,
} from './houseRules'

const CHECKS: readonly Check[] = [
  checkLengths,
  checkSlug,
  checkDates,
  checkLead,
  checkReview,
  checkPlaceholders,
  checkPictures,
  checkHeadings,
  checkLinks,
  checkQuotations,
  checkDoubledWords,
  checkHouseRules,
]

const RANK: Readonly<Record<Level, number>> = { error: 0, warning: 1, note: 2 }

/** Everything that is to be seen to before the article is published, the gravest first. */
export function checkArticle(
  content: ArticleContent,
  surroundings: Surroundings,
  rules: HouseRules = NO_HOUSE_RULES,
): readonly Finding[] {
  const context = createRenderContext(content)
  const title = headlineOf(content, context)
  const subject: Subject = { ...surroundings, content, headline: context.headline, title, rules }
  return CHECKS.flatMap((check) => check(subject))
    .filter(({ check }) => !rules.off.has(check))
    .sort((a, b) => RANK[a.level] - RANK[b.level])
}

/** Addresses of files that the article links to or shows, as written: whether they are there is for a host to say. */
export function filesNamedIn({ meta, blocks }: ArticleContent): readonly string[] {
  const addresses = blocks.flatMap((block) =>
    nodesOf(block).flatMap((node) =>
      node.type === 'link' || node.type === 'image' || node.type === 'definition' ? [node.url] : [],
    ),
  )
  const files = [...addresses, meta.lead.src].filter(
    (address) => isRelative(address) && !/^(?:$|[#?/])/.test(address) && !address.includes(':'),
  )
  return [...new Set(files)]
}

/** The path that an address means, seen from the article: without query and fragment, unescaped. */
export { pathOfPicture as pathOfFile } from '../html/pictures'
