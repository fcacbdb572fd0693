export { type DecodedArticle, decodeArticle, type Encoding, encodeArticle, UTF8 } from './codec'
export {
  assemble,
  type BlockRange,
  createLedger,
  type Fits,
  gapsBetween,
  type Ledger,
  type Piece,
} from './ledger'
export { type LineEnding, lineEndingOf, withLineEnding } from './lineEnding'
export { type ReadMeta, readMeta } from './meta'
export { type FieldChanges, setFields } from './setFields'
export { type FrontMatterFormat, MAX_FRONT_MATTER, type SplitArticle, splitArticle } from './split'
export { transplant } from './transplant'
