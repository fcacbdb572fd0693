import { piecesOf, readStructure } from '../../text/structure'
import { structuredText } from '../paste/pieces'
import { setAside as furnitureNotes, type Imported } from './imported'

/** Imports plain text with the structure it seems to have, but for the decisions that were declined. */
export function importText(text: string, declined: ReadonlySet<number> = new Set()): Imported {
  const structure = readStructure(text)
  const { title, standfirst, byline, markdown, setAside } = structuredText(
    piecesOf(structure, declined),
  )
  const count = (kind: string): number =>
    structure.decisions.filter(({ id, reading }) => reading.kind === kind && !declined.has(id))
      .length
  return {
    fields: { title, standfirst, authors: byline === '' ? [] : [byline] },
    body: markdown,
    pictures: [],
    kept: {
      headline: count('headline'),
      heading: count('heading'),
      list: count('list'),
      quotation: count('quotation'),
      caption: count('caption'),
    },
    dropped: { 'page furniture': setAside.length },
    notes: furnitureNotes(setAside),
  }
}
