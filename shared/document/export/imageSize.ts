/** How large a picture is, in pixels. */
export interface ImageSize {
  readonly width: number
  readonly height: number
}

function at(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0
}

function big(bytes: Uint8Array, index: number): number {
  return (at(bytes, index) << 8) | at(bytes, index + 1)
}

function jpegSize(bytes: Uint8Array): ImageSize | null {
  for (let index = 2; index + 9 < bytes.length; ) {
    if (at(bytes, index) !== 0xff) return null
    const marker = at(bytes, index + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: big(bytes, index + 5), width: big(bytes, index + 7) }
    index += 2 + big(bytes, index + 2)
  }
  return null
}

/** The size of a PNG, JPEG or GIF, from its first bytes; null for anything else. */
export function imageSize(bytes: Uint8Array): ImageSize | null {
  const size =
    at(bytes, 0) === 0x89 && at(bytes, 1) === 0x50
      ? { width: big(bytes, 18), height: big(bytes, 22) }
      : at(bytes, 0) === 0x47 && at(bytes, 1) === 0x49
        ? { width: at(bytes, 6) | (at(bytes, 7) << 8), height: at(bytes, 8) | (at(bytes, 9) << 8) }
        : at(bytes, 0) === 0xff && at(bytes, 1) === 0xd8
          ? jpegSize(bytes)
          : null
  return size !== null && size.width > 0 && size.height > 0 ? size : null
}
