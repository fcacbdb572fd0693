import { cleanText, listFile, parseReview } from '../../../shared/review'
import type { Desk } from '../desk'

/** How many versions of an article are looked at to find out which one was sent. */
const MOST_VERSIONS = 40

/**
 * What was sent. An editor who suggests leaves it as it was: it is the copy without its suggestions.
 * One who did not suggest says nothing of it; then it is the version that is most like the copy.
 */
export async function sentText({ client, stores }: Desk, theirs: string): Promise<string> {
  const { summary, session } = stores.article.getState()
  if (hasReview(theirs) || summary === null || session === null) {
    return cleanText(theirs, 'original')
  }
  const { id } = summary
  const { revisions } = await client.call('history.list', { id }).catch(() => ({ revisions: [] }))
  const lines = linesOf(theirs)
  let best = { text: session.text(), score: likeness(linesOf(session.text()), lines) }
  for (const { n } of revisions.slice(0, MOST_VERSIONS)) {
    const version = await client.call('history.text', { id, n }).catch(() => null)
    if (version === null) continue
    const score = likeness(linesOf(version.text), lines)
    if (score > best.score) best = { text: version.text, score }
  }
  return best.text
}

export function hasReview(text: string): boolean {
  const { suggestions, threads } = listFile(parseReview(text))
  return suggestions.length + threads.length > 0
}

/** The words of each line, whichever signs a program writes Markdown with. */
function linesOf(text: string): ReadonlySet<string> {
  const words = text.split(/\r\n|\n|\r/).map((line) => line.replace(/[^\p{L}\p{N}]+/gu, ' ').trim())
  return new Set(words.filter((line) => line !== ''))
}

/** The share of all lines that both have. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((line) => b.has(line)).length
  return shared / Math.max(1, a.size + b.size - shared)
}
