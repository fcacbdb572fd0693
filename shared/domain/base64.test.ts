import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromBase64, toBase64 } from './base64'

it('spells bytes as every other program does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const text = toBase64(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64'))
      expect(fromBase64(text)).toEqual(bytes)
    }),
  )
})

it.each(['a', 'ab=c', 'a===', '====', 'ab!d'])('takes %s for no Base64', (text) => {
  expect(fromBase64(text)).toBeNull()
})
