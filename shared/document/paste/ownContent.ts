import { isSafeAddress } from '../../features/link'

const MOST_DEPTH = 60

/** Every value under the keys that hold addresses, as a page may have put them on the clipboard. */
function isSafe(value: unknown, depth: number): boolean {
  if (depth > MOST_DEPTH) return false
  if (Array.isArray(value)) return value.every((each) => isSafe(each, depth + 1))
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, each]: readonly [string, unknown]) => {
    if (typeof each === 'string' && /^(?:url|src|href)$/i.test(key)) return isSafeAddress(each)
    return isSafe(each, depth + 1)
  })
}

/**
 * Whether what says it was copied from Galley itself may be taken as it is: any page can put such
 * data on the clipboard. `json` is Lexical's own format.
 */
export function ownContentIsSafe(json: string): boolean {
  try {
    return isSafe(JSON.parse(json), 0)
  } catch {
    return false
  }
}
