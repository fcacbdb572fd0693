import type { Choice } from '../../shared/article/merge'

export type KeyMeaning =
  | { readonly kind: 'go'; readonly step: 1 | -1 }
  | { readonly kind: 'choose'; readonly choice: Choice }
  | { readonly kind: 'use' }
  | { readonly kind: 'later' }

const MEANINGS: Readonly<Record<string, KeyMeaning>> = {
  n: { kind: 'go', step: 1 },
  p: { kind: 'go', step: -1 },
  '1': { kind: 'choose', choice: 'mine' },
  '2': { kind: 'choose', choice: 'theirs' },
  '3': { kind: 'choose', choice: 'both' },
  Escape: { kind: 'later' },
}

export type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** What a key does in the conflict view; there is no text to type into, so plain letters serve. */
export function keyMeaning({ key, ctrlKey, metaKey, altKey }: PressedKey): KeyMeaning | null {
  if (key === 'Enter' && (ctrlKey || metaKey) && !altKey) return { kind: 'use' }
  if (ctrlKey || metaKey || altKey) return null
  return MEANINGS[key.length === 1 ? key.toLowerCase() : key] ?? null
}
