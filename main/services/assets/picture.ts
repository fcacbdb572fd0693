import type { PictureType } from '../../../shared/api/contract'
import { textOf } from '../utf8'

export interface PictureFacts {
  readonly type: PictureType
  /** What the picture takes once it is drawn; `null` when it does not say. */
  readonly pixels: number | null
}

/** More than this fills a gigabyte when it is drawn, however small the file is. */
export const MAX_PIXELS = 50_000_000

/** What a file is by its first bytes, never by its name; `null` when it is no picture that pages show. */
export function pictureFacts(bytes: Uint8Array): PictureFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (ascii(bytes, 0, '\x89PNG\r\n\x1a\n')) {
    return {
      type: 'image/png',
      pixels: bytes.length < 24 ? null : area(view.getUint32(16), view.getUint32(20)),
    }
  }
  if (ascii(bytes, 0, 'GIF87a') || ascii(bytes, 0, 'GIF89a')) {
    const pixels = bytes.length < 10 ? null : area(view.getUint16(6, true), view.getUint16(8, true))
    return { type: 'image/gif', pixels }
  }
  if (ascii(bytes, 0, '\xff\xd8\xff')) return { type: 'image/jpeg', pixels: jpegPixels(view) }
  if (ascii(bytes, 0, 'RIFF') && ascii(bytes, 8, 'WEBP')) {
    return { type: 'image/webp', pixels: webpPixels(view, bytes) }
  }
  if (ascii(bytes, 4, 'ftypavif') || ascii(bytes, 4, 'ftypavis')) {
    return { type: 'image/avif', pixels: avifPixels(view, bytes) }
  }
  return isSvg(bytes) ? { type: 'image/svg+xml', pixels: null } : null
}

function area(width: number, height: number): number {
  return width * height
}

function ascii(bytes: Uint8Array, offset: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (bytes[offset + index] !== text.charCodeAt(index)) return false
  }
  return true
}

/** The size stands in the frame header, after any number of other segments. */
function jpegPixels(view: DataView): number | null {
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return area(view.getUint16(at + 7), view.getUint16(at + 5))
    // Fill bytes and markers without a length.
    if (marker === 0xff) at += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else at += 2 + view.getUint16(at + 2)
  }
  return null
}

function webpPixels(view: DataView, bytes: Uint8Array): number | null {
  if (bytes.length < 30) return null
  if (ascii(bytes, 12, 'VP8X')) {
    const uint24 = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
    return area(uint24(24) + 1, uint24(27) + 1)
  }
  if (ascii(bytes, 12, 'VP8L')) {
    const bits = view.getUint32(21, true)
    return area((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1)
  }
  if (ascii(bytes, 12, 'VP8 ')) {
    return area(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff)
  }
  return null
}

const AVIF_HEAD = 65_536

/** The largest of the sizes that its parts are given: a grid of tiles has one for all of them. */
function avifPixels(view: DataView, bytes: Uint8Array): number | null {
  let largest: number | null = null
  const end = Math.min(bytes.length - 16, AVIF_HEAD)
  for (let at = 0; at <= end; at++) {
    if (!ascii(bytes, at, 'ispe')) continue
    largest = Math.max(largest ?? 0, area(view.getUint32(at + 8), view.getUint32(at + 12)))
  }
  return largest
}

// A comment's text cannot hold its end, so that there is one way only to read several of them.
const SVG_START =
  /^\s*(?:<\?xml[^>]{0,1000}>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*|<!DOCTYPE[^>]{0,1000}>\s*)*<svg[\s>]/is

function isSvg(bytes: Uint8Array): boolean {
  const head = textOf(bytes.subarray(0, 4096)).replace(/^\uFEFF/, '')
  return SVG_START.test(head)
}
