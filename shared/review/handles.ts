import type { Reviewer } from './reviewers'

/** A handle for a name that none of `taken` is: `Ana Ruiz` is `ana`, and another Ana `ana-prieto`. */
export function handleFor(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const long = words.join('-') || 'unknown'
  const wanted = [words[0] ?? 'unknown', long].find((each) => !taken.has(each))
  if (wanted !== undefined) return wanted
  for (let n = 2; ; n++) if (!taken.has(`${long}-${n}`)) return `${long}-${n}`
}

/** The person of this name: one of those known, or else a new one with a handle of their own. */
export function reviewerNamed(name: string, known: readonly Reviewer[]): Reviewer {
  const words = name.trim()
  const same = known.find((each) => each.name === words)
  if (same) return same
  const taken = new Set(known.map(({ handle }) => handle))
  return { handle: handleFor(words, taken), name: words, colour: '' }
}
