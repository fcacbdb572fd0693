/** Case and accents do not matter to someone in search of a name. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

export function queryWords(query: string): readonly string[] {
  return fold(query).split(/\s+/).filter(Boolean)
}

/** Every word of the query must be there; labels (the first keyword) that begin with it come first. 0 is no match. */
export function rankByName(query: string, keywords: readonly string[]): number {
  const wanted = queryWords(query)
  const text = fold(keywords.join(' '))
  if (!wanted.every((word) => text.includes(word))) return 0
  const label = fold(keywords[0] ?? '')
  const whole = wanted.join(' ')
  if (label.startsWith(whole)) return 1
  return label.includes(whole) ? 0.8 : 0.5
}

/** What matches, best first, in its own order among equals. */
export function search<T>(
  items: readonly T[],
  query: string,
  keywordsOf: (item: T) => readonly string[],
): readonly T[] {
  return items
    .map((item) => ({ item, rank: rankByName(query, keywordsOf(item)) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ item }) => item)
}
