import { bytesOf, textOf } from './utf8'

/**
 * Files of ours that grow by one line after the other, each with a checksum: a line that was cut off,
 * or that a disk gave back wrong, is told from a sound one.
 */
export function encodeRecord(record: unknown): Uint8Array {
  const json = JSON.stringify(record)
  const body = bytesOf(json)
  return joinBytes([bytesOf(`${checksum(body)} `), body, bytesOf('\n')])
}

export interface DecodedRecords {
  readonly records: readonly unknown[]
  /** Length of the part that is sound; what follows was cut off or damaged. */
  readonly sound: number
}

const CHECKSUM_LENGTH = 8
const LINE_END = 0x0a

/** Reads records up to the first that is not whole. */
export function decodeRecords(bytes: Uint8Array): DecodedRecords {
  const records: unknown[] = []
  let start = 0
  for (;;) {
    const end = bytes.indexOf(LINE_END, start)
    if (end === -1) break
    const body = bytes.subarray(start + CHECKSUM_LENGTH + 1, end)
    if (!isMarked(bytes, start, checksumOf(body))) break
    try {
      records.push(JSON.parse(textOf(body)))
    } catch {
      break
    }
    start = end + 1
  }
  return { records, sound: start }
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

/** CRC-32 as eight hexadecimal digits. */
export function checksum(bytes: Uint8Array): string {
  return checksumOf(bytes).toString(16).padStart(CHECKSUM_LENGTH, '0')
}

function checksumOf(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}

const SPACE = 0x20
const ZERO = 0x30
const A = 0x61

/** Whether a line begins with this checksum; histories have too many lines to make a string of each. */
function isMarked(bytes: Uint8Array, start: number, value: number): boolean {
  for (let digit = 0; digit < CHECKSUM_LENGTH; digit++) {
    const nibble = (value >>> (28 - 4 * digit)) & 0xf
    if (bytes[start + digit] !== (nibble < 10 ? ZERO + nibble : A + nibble - 10)) return false
  }
  return bytes[start + CHECKSUM_LENGTH] === SPACE
}
