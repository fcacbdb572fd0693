export { type DecodedArticle, decodeArticle, type Encoding, encodeArticle, UTF8 } from './codec'
export { entriesOf } from './entries'
export { type FieldInput, flowList, scalarText } from './fieldText'
export {
  type FieldKind,
  type Fields,
  type FieldValue,
  holdsSomething,
  isFieldMap,
  isList,
  kindOfText,
} from './fieldValue'
export {
  assemble,
  type BlockRange,
  createLedger,
  type Fits,
  gapsBetween,
  joinLedgers,
  type Ledger,
  type Piece,
} from './ledger'
export { type LineEnding, lineEndingOf, withLineEnding } from './lineEnding'
export { type ReadFields, type ReadMeta, readFields, readMeta } from './meta'
export { keyFor, leadKeys, metaFrom, valueAt } from './metaFrom'
export { type FieldChanges, setFields } from './setFields'
export { type FrontMatterFormat, MAX_FRONT_MATTER, type SplitArticle, splitArticle } from './split'
export { transplant } from './transplant'
export { readYaml, yamlExcess } from './yaml'
