/** Pieces of the addresses by which programs have been led out of their folders. */
const PIECES = [
  ...['..', '.', '...', '%2e%2e', '%2e.', '.%2e', '%252e%252e', '%c0%ae%c0%ae', '..;', '. .'],
  ...['/', '//', '\\', '%2f', '%5c', '%255c', '%c0%af', '\u2215', '\uff0e\uff0e', '\u2024\u2024'],
  ...['\0', '%00', '\n', '%0a', '?', '#', ';', ':', '~', '$HOME', '%HOME%', '~root'],
  ...['C:', 'c%3a', 'file:', 'file:///', '\\\\host\\share', '\\\\?\\C:', '//host/share', 'data:'],
  ...['::$DATA', ':stream', 'SECRET~1.TXT', 'aux', 'con.txt', 'secret.txt', 'secret.txt.', ' '],
  ...['a', 'index.html', 'assets', 'etc', 'passwd', '.git', '.galley'],
] as const

/** Addresses that try to lead somewhere else, the same for the same `seed`. */
export function hostileAddresses(seed: number, count: number): readonly string[] {
  let state = seed | 1
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  return Array.from({ length: count }, () => {
    const pieces = Array.from({ length: 1 + below(9) }, () => PIECES[below(PIECES.length)] ?? '')
    return pieces.join(below(2) === 0 ? '/' : '')
  })
}
