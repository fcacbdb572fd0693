const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes as text; hosts have functions of their own for this, each another one. */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = []
  let piece = ''
  for (let index = 0; index < bytes.length; index += 3) {
    const [a = 0, b, c] = bytes.subarray(index, index + 3)
    const group = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    piece += letter(group >> 18) + letter(group >> 12)
    piece += b === undefined ? '=' : letter(group >> 6)
    piece += c === undefined ? '=' : letter(group)
    if (piece.length >= 8192) {
      pieces.push(piece)
      piece = ''
    }
  }
  return pieces.join('') + piece
}

function letter(bits: number): string {
  return ALPHABET.charAt(bits & 63)
}

/** The reverse of `toBase64`; `null` for text that is no Base64. */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  for (let index = 0, to = 0; index < text.length; index += 4) {
    let group = 0
    for (let at = index; at < index + 4; at++) {
      const value = at >= text.length - padding ? 0 : ALPHABET.indexOf(text.charAt(at))
      if (value === -1) return null
      group = (group << 6) | value
    }
    for (const shift of [16, 8, 0]) if (to < bytes.length) bytes[to++] = (group >> shift) & 255
  }
  return bytes
}
