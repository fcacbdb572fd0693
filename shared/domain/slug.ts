/** Letters that no accent can be taken from. */
const SPELT: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i' },
}

const MAX_LENGTH = 80

/** The last part of an address, made from a headline: `Café talks: day 3` → `cafe-talks-day-3`. */
export function slugFrom(headline: string): string {
  const plain = headline
    .toLowerCase()
    .normalize('NFKD')
    // Latin letters lose their accents; in other scripts a mark is part of the letter.
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[ßæœøđðþłı]/g, (letter) => SPELT[letter] ?? letter)
  let slug = ''
  for (const word of plain.replace(/['’]/g, '').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
    const next = slug === '' ? [...word].slice(0, MAX_LENGTH).join('') : `${slug}-${word}`
    if (next.length > MAX_LENGTH && slug !== '') break
    slug = next
  }
  return slug
}

/** The slug itself, or with the first number that makes it one that nobody has. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (slug === '' || !taken.has(slug)) return slug
  let n = 2
  while (taken.has(`${slug}-${n}`)) n++
  return `${slug}-${n}`
}
