import { AppError } from '../../../shared/api/errors'

/** What a document's archive may unpack to; more is a trap, not a text. */
export const MAX_UNPACKED = 100 * 1024 * 1024
const MAX_RATIO = 100
const MAX_ENTRIES = 2_000
/** Small files of one letter repeated pack well without being a trap. */
const RATIO_COUNTS_FROM = 1024 * 1024

const END = 0x06054b50
const ENTRY = 0x02014b50

function endRecord(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === END) return at
  }
  return null
}

/**
 * Looks at an archive's table of contents before anything unpacks it, and refuses one that would
 * grow beyond all measure. Names the reason; the caller names the file.
 */
export function checkArchive(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length < 22 ? null : endRecord(view)
  if (end === null)
    throw new AppError(
      'invalid',
      'it is no Word document (.docx) or OpenDocument text (.odt), or a damaged one',
    )
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (entries > MAX_ENTRIES) {
    throw new AppError(
      'invalid',
      `it holds ${entries} parts, more than any document; it was not opened`,
    )
  }
  let unpacked = 0
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) {
      throw new AppError('invalid', 'its table of contents is damaged; save it anew')
    }
    const packed = view.getUint32(at + 20, true)
    const size = view.getUint32(at + 24, true)
    unpacked += size
    const isBomb = size > RATIO_COUNTS_FROM && size / Math.max(1, packed) > MAX_RATIO
    if (unpacked > MAX_UNPACKED || isBomb) {
      throw new AppError('invalid', 'it would unpack to far more than it is; it was not opened')
    }
    at +=
      46 +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true)
  }
}
