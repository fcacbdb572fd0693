import type { Half, Suggestion } from './listed'
import { isRenumbering, isWithinList, withoutNumbers } from './numbering'

/**
 * Suggestions with what was taken out in one place and put in again in another told as one: moved.
 * The file has both as any tool reads them, a deletion and an insertion; only the list pairs them.
 */
export function pairMoves(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const taken = new Map<string, Suggestion[]>()
  for (const each of suggestions) {
    if (each.kind !== 'deletion') continue
    const key = keyOf(each, each.deleted)
    if (key !== null) taken.set(key, [...(taken.get(key) ?? []), each])
  }
  if (taken.size === 0) return suggestions
  const sources = new Map<Suggestion, Suggestion>()
  for (const each of suggestions) {
    const key = each.kind === 'insertion' ? keyOf(each, each.inserted) : null
    const source = key === null ? undefined : taken.get(key)?.shift()
    if (source) sources.set(each, source)
  }
  if (sources.size === 0) return suggestions
  const gone = new Set(sources.values())
  const order = new Map(suggestions.map((each, index) => [each, index]))
  const isBefore = (a: Suggestion, b: Suggestion): boolean =>
    (order.get(a) ?? 0) < (order.get(b) ?? 0)
  return suggestions.flatMap((each) => {
    if (gone.has(each)) return []
    const source = sources.get(each)
    return source ? [moved(source, each, isBefore(each, source) ? 'up' : 'down')] : [each]
  })
}

/**
 * Suggestions with the numbers that change after an item that comes, goes or moves told as part of it:
 * nobody decides on them apart. `accepted` is the text that the places are in.
 */
export function withNumbers(
  suggestions: readonly Suggestion[],
  accepted: () => string,
): readonly Suggestion[] {
  if (!suggestions.some(isOfNumber)) return suggestions
  const text = accepted()
  const parts = new Map<Suggestion, Suggestion[]>()
  for (const each of suggestions.filter(isOfNumber)) {
    const host = suggestions.findLast((other) => !isOfNumber(other) && isAbove(other, each, text))
    if (host) parts.set(host, [...(parts.get(host) ?? []), each])
  }
  const gone = new Set([...parts.values()].flat())
  return suggestions
    .filter((each) => !gone.has(each))
    .map((each) => (parts.get(each) ?? []).reduceRight(withPart, each))
}

function isOfNumber({ head, deleted, inserted }: Suggestion): boolean {
  return head === undefined && isRenumbering(deleted, inserted)
}

/** Whether a suggestion is of whole lines of the list in which another is. */
function isAbove(other: Suggestion, { author, start }: Suggestion, text: string): boolean {
  if (other.author !== author || other.head !== undefined) return false
  if (!/[\r\n]/.test(other.inserted + other.deleted)) return false
  return placesOfSuggestion(other).some(
    ({ end }) => end <= start && isWithinList(text.slice(end, start)),
  )
}

function withPart(host: Suggestion, part: Suggestion): Suggestion {
  return {
    ...host,
    replies: [...host.replies, ...part.replies],
    // What is said of it is said where it stands itself.
    nodes: [...part.nodes, ...host.nodes],
  }
}

/** With fewer, the same words in two places are chance, if they are no lines of their own. */
const MANY_WORDS = 4

/** Same for what one person took out and put in again; null for what nobody would call moved. */
function keyOf({ author, head }: Suggestion, said: string): string | null {
  const words = withoutNumbers(said)
  const content = words.trim()
  if (author === null || head !== undefined || !/[\p{L}\p{N}]/u.test(content)) return null
  const ends = [
    words.slice(0, words.length - words.trimStart().length),
    words.slice(words.trimEnd().length),
  ]
  const isLines = ends.some((end) => /[\r\n]/.test(end))
  const isLong = content.split(/\s+/, MANY_WORDS).length === MANY_WORDS
  return isLines || isLong ? `${author}\n${content}` : null
}

function moved(from: Suggestion, to: Suggestion, direction: 'up' | 'down'): Suggestion {
  return {
    ...to,
    kind: 'move',
    deleted: from.deleted,
    replies: [...from.replies, ...to.replies],
    isResolved: to.isResolved || (from.isResolved && to.replies.length === 0),
    // What is said of it is said where it stands now.
    nodes: [...from.nodes, ...to.nodes],
    move: { direction, from: halfOf(from), to: halfOf(to) },
  }
}

function halfOf({ start, end, nodes }: Suggestion): Half {
  return { start, end, nodes }
}

/** The places that a suggestion has in the text: two when something is moved. */
export function placesOfSuggestion(suggestion: Suggestion): readonly Half[] {
  return suggestion.move ? [suggestion.move.from, suggestion.move.to] : [suggestion]
}
