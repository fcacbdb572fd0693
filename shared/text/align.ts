import { diffArrays } from 'diff'

/** What differs between two sequences: items `a0` to `a1` of the first stand where `b0` to `b1` of the second do. */
export interface Hunk {
  readonly a0: number
  readonly a1: number
  readonly b0: number
  readonly b1: number
}

/**
 * The shortest list of differences between two sequences, or null when it needs more than `maxEdits`
 * items: the time grows with their square, so a caller falls back to something coarser.
 */
export function align(
  a: readonly string[],
  b: readonly string[],
  { maxEdits }: { readonly maxEdits: number },
): readonly Hunk[] | null {
  const numbers = new Map<string, number>()
  const numbered = (items: readonly string[]): number[] =>
    items.map((item) => {
      const known = numbers.get(item)
      if (known !== undefined) return known
      numbers.set(item, numbers.size)
      return numbers.size - 1
    })
  const parts = diffArrays(numbered(a), numbered(b), { maxEditLength: maxEdits })
  return parts ? hunksOf(parts) : null
}

interface Part {
  readonly added: boolean
  readonly removed: boolean
  readonly count: number
}

function hunksOf(parts: readonly Part[]): readonly Hunk[] {
  const hunks: Hunk[] = []
  let a = 0
  let b = 0
  let open: { a0: number; b0: number } | null = null
  const close = (): void => {
    if (open) hunks.push({ ...open, a1: a, b1: b })
    open = null
  }
  for (const { added, removed, count } of parts) {
    if (!added && !removed) {
      close()
      a += count
      b += count
      continue
    }
    open ??= { a0: a, b0: b }
    if (removed) a += count
    else b += count
  }
  close()
  return hunks
}
