import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeArticle, type Encoding, encodeArticle } from './codec'

const encodings: readonly Encoding[] = [
  { name: 'utf-8', byteOrderMark: false },
  { name: 'utf-8', byteOrderMark: true },
  { name: 'utf-16le', byteOrderMark: true },
  { name: 'utf-16be', byteOrderMark: true },
]

it('gives back the bytes it read, in every encoding it opens', () => {
  const text = fc
    .string({ unit: 'binary', maxLength: 200 })
    .map((value) => value.replaceAll('\0', ''))
  fc.assert(
    fc.property(text, fc.constantFrom(...encodings), (value, encoding) => {
      const bytes = encodeArticle(value.replace(/^\uFEFF+/, ''), encoding)
      const decoded = decodeArticle(bytes)
      expect(encodeArticle(decoded.text, decoded.encoding)).toEqual(bytes)
      expect(decoded.encoding).toEqual(encoding)
    }),
  )
})

it('never takes bytes it cannot tell for text: what opens is written back as it was', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      let decoded: ReturnType<typeof decodeArticle>
      try {
        decoded = decodeArticle(bytes)
      } catch (error) {
        expect(error).toMatchObject({ code: 'invalid' })
        return
      }
      expect(decoded.text).not.toContain('\uFFFD')
      expect([...encodeArticle(decoded.text, decoded.encoding)]).toEqual([...bytes])
    }),
    { numRuns: 2000 },
  )
})

it('says that a picture named .md is not text', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
  expect(() => decodeArticle(png)).toThrow(/binary/)
})

it('says what to do about Latin-1', () => {
  expect(() => decodeArticle(new Uint8Array([0x63, 0x61, 0x66, 0xe9]))).toThrow(/Save it as UTF-8/)
})
