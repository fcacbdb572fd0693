import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pictureFacts } from './picture'

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : [...part],
    ),
  )
const pad = new Array<number>(40).fill(0)

it.each([
  [
    'PNG',
    bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0x7f, 0xff, 0xff, 0xff], [0, 0, 0, 16]),
    { type: 'image/png', pixels: 2_147_483_647 * 16 },
  ],
  ['GIF', bytes('GIF89a', [3, 0, 2, 0]), { type: 'image/gif', pixels: 6 }],
  [
    'JPEG with other segments first',
    bytes('\xff\xd8\xff', [0xe0, 0, 4, 0, 0], [0xff, 0xc2, 0, 17, 8, 0, 10, 0, 20], pad),
    { type: 'image/jpeg', pixels: 200 },
  ],
  [
    'WebP, extended',
    bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0], [99, 0, 0], [49, 0, 0], pad),
    { type: 'image/webp', pixels: 5000 },
  ],
  [
    'AVIF',
    bytes([0, 0, 0, 24], 'ftypavif', pad, 'ispe', [0, 0, 0, 0], [0, 0, 1, 0], [0, 0, 0, 2], pad),
    { type: 'image/avif', pixels: 512 },
  ],
  [
    'SVG',
    bytes('<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="…">'),
    { type: 'image/svg+xml', pixels: null },
  ],
])('knows a %s by its bytes, and its size', (_, content, facts) => {
  expect(pictureFacts(content)).toEqual(facts)
})

it.each(['', '<html><svg>', 'plain text', '%PDF-1.7', '\x89PN'])(
  'takes %j for no picture',
  (text) => {
    expect(pictureFacts(bytes(text))).toBeNull()
  },
)

it('answers for any bytes', () => {
  const starts = [
    '\x89PNG\r\n\x1a\n',
    'GIF89a',
    '\xff\xd8\xff',
    'RIFF0000WEBPVP8X',
    'RIFF0000WEBPVP8L',
    'RIFF0000WEBPVP8 ',
    '0000ftypavif',
    '',
  ]
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), (start, rest) => {
      const facts = pictureFacts(bytes(start, [...rest]))
      expect(facts === null || facts.pixels === null || facts.pixels >= 0).toBe(true)
    }),
    { numRuns: 5000 },
  )
})
