/** The usual way to write an address without its scheme. */
export function completedAddress(address: string): string {
  const trimmed = address.trim()
  if (/^[^\s/@:]+@[^\s/@.]+(?:\.[^\s/@.]+)+$/.test(trimmed)) return `mailto:${trimmed}`
  return /^www\./i.test(trimmed) ? `https://${trimmed}` : trimmed
}
