import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeRecords, encodeRecord, joinBytes } from './records'

const records = fc.array(
  fc.record({ kind: fc.constant('splice'), text: fc.string({ unit: 'binary' }) }),
  { maxLength: 8 },
)

describe('records', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(records, (written) => {
        const bytes = joinBytes(written.map(encodeRecord))
        expect(decodeRecords(bytes)).toEqual({ records: written, sound: bytes.length })
      }),
    )
  })

  it('keep all that stands before a cut', () => {
    fc.assert(
      fc.property(records, fc.nat(), (written, cut) => {
        const lines = written.map(encodeRecord)
        const bytes = joinBytes(lines)
        const length = bytes.length === 0 ? 0 : cut % bytes.length
        let whole = 0
        for (let end = 0; whole < lines.length; whole++) {
          end += lines[whole]?.length ?? 0
          if (end > length) break
        }
        expect(decodeRecords(bytes.subarray(0, length)).records).toEqual(written.slice(0, whole))
      }),
    )
  })

  it('take nothing that a disk gave back wrong', () => {
    fc.assert(
      fc.property(records, fc.nat(), fc.integer({ min: 1, max: 255 }), (written, place, flip) => {
        const bytes = joinBytes(written.map(encodeRecord))
        if (bytes.length === 0) return
        const at = place % bytes.length
        bytes[at] = (bytes[at] ?? 0) ^ flip
        const found = decodeRecords(bytes).records
        expect(found).toEqual(written.slice(0, found.length))
        expect(found.length).toBeLessThan(written.length)
      }),
    )
  })
})
