const SAFE_SCHEMES = new Set(['http', 'https', 'mailto', 'tel'])

/**
 * Whether an address may be followed: relative, or of a scheme that opens a page, a message or a
 * call. Control characters and white space inside a scheme are what browsers drop, so they count
 * as unsafe rather than as part of a relative address.
 */
export function isSafeAddress(address: string): boolean {
  if (/\p{Cc}/u.test(address)) return false
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]
  return scheme === undefined || SAFE_SCHEMES.has(scheme.toLowerCase())
}

/** Whether a text is an address and nothing else, as one is pasted over words to make them a link. */
export function isWholeAddress(text: string): boolean {
  return /^(?:https?:\/\/|mailto:|tel:)\S+$/i.test(text.trim()) && isSafeAddress(text.trim())
}
