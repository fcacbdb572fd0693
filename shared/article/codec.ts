import { AppError } from '../api/errors'

// The encoding classes exist in browsers, Node and Electron alike; this folder is compiled without
// the types of any of them, so it names the part it uses.
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string }
declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> }

/** How a file's bytes spell its text; kept from opening to saving so that a save changes neither. */
export interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be'
  readonly byteOrderMark: boolean
}

/** What a new article is written in. */
export const UTF8: Encoding = { name: 'utf-8', byteOrderMark: false }

export interface DecodedArticle {
  readonly text: string
  readonly encoding: Encoding
}

const MARKS: readonly { readonly bytes: readonly number[]; readonly name: Encoding['name'] }[] = [
  { bytes: [0xef, 0xbb, 0xbf], name: 'utf-8' },
  { bytes: [0xff, 0xfe], name: 'utf-16le' },
  { bytes: [0xfe, 0xff], name: 'utf-16be' },
]

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte)
}

/**
 * Reads the bytes of an article's file. `encodeArticle` of the result gives the same bytes.
 * Throws `AppError` `invalid` for bytes that are not text (NUL bytes) and for text in an encoding
 * that cannot be told: guessing would write other characters back than the file had.
 */
export function decodeArticle(bytes: Uint8Array): DecodedArticle {
  const mark = MARKS.find((candidate) => startsWith(bytes, candidate.bytes))
  const encoding: Encoding = mark ? { name: mark.name, byteOrderMark: true } : UTF8
  const content = mark ? bytes.subarray(mark.bytes.length) : bytes
  if (encoding.name === 'utf-8' && content.includes(0)) {
    throw new AppError('invalid', 'It holds binary data, not text. It was left as it is.', {
      reason: 'binary',
    })
  }
  try {
    const decoder = new TextDecoder(encoding.name, { fatal: true, ignoreBOM: true })
    return { text: decoder.decode(content), encoding }
  } catch {
    throw new AppError(
      'invalid',
      `Its characters are not valid ${encoding.name.toUpperCase()}. Save it as UTF-8 in the program that wrote it, then open it again. It was left as it is.`,
      { reason: 'encoding' },
    )
  }
}

/** Spells `text` in the bytes of `encoding`; the reverse of `decodeArticle`. */
export function encodeArticle(text: string, encoding: Encoding): Uint8Array<ArrayBuffer> {
  const mark = encoding.byteOrderMark
    ? (MARKS.find((candidate) => candidate.name === encoding.name)?.bytes ?? [])
    : []
  if (encoding.name === 'utf-8') {
    const content = new TextEncoder().encode(text)
    if (mark.length === 0) return content
    const bytes = new Uint8Array(mark.length + content.length)
    bytes.set(mark)
    bytes.set(content, mark.length)
    return bytes
  }
  const bytes = new Uint8Array(mark.length + text.length * 2)
  bytes.set(mark)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < text.length; index++) {
    view.setUint16(mark.length + index * 2, text.charCodeAt(index), encoding.name === 'utf-16le')
  }
  return bytes
}
