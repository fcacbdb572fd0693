import type { Stretch } from '../../../shared/review'
import { lettersIn, type PlacedBlock, rangeOfLetters, textsIn } from '../reviewPlaces'

/** Words to be shown struck in a block, or a sign for a paragraph's end that would come. */
export interface PlacedWords {
  readonly id: string
  readonly at: number
  readonly words: string
  readonly look: 'words' | 'lines' | 'split'
  readonly colour: string
}

/** A stretch to be painted over. */
export interface PlacedStretch {
  readonly id: string
  readonly name: string
  readonly stretch: Stretch
}

/** Everything that is marked in one block. */
export interface BlockMarks {
  readonly words: readonly PlacedWords[]
  readonly stretches: readonly PlacedStretch[]
}

/** Where words stand among a block's texts: before a letter, behind one, or around the block itself. */
export interface WordsPlace extends PlacedWords {
  readonly where:
    | { readonly side: 'before' | 'after'; readonly text: Text; readonly offset: number }
    | { readonly side: 'top' | 'bottom' }
}

/** Places a block's words among its letters. */
export function placeWords(
  block: PlacedBlock,
  words: readonly PlacedWords[],
): readonly WordsPlace[] {
  if (words.length === 0) return []
  const texts = textsIn(block.element)
  const shown = texts.map(({ data }) => data).join('')
  const letters = lettersIn(block.markdown, shown)
  return words.map((each): WordsPlace => {
    const from = each.at - block.start
    if (shown === '' || (each.look === 'lines' && from <= 0)) {
      return { ...each, where: { side: from <= 0 ? 'top' : 'bottom' } }
    }
    if (each.look === 'lines' && from >= block.markdown.trimEnd().length) {
      return { ...each, where: { side: 'bottom' } }
    }
    const next = letters.findIndex((place) => place >= from)
    const previous = (next === -1 ? letters.length : next) - 1
    const isBehind = next === -1 || (previous >= 0 && endsLine(block, letters, previous, from))
    const index = isBehind ? previous : next
    const found = textAt(texts, index)
    if (!found) return { ...each, where: { side: 'bottom' } }
    const side = isBehind ? 'after' : 'before'
    return { ...each, where: { side, text: found.text, offset: found.offset } }
  })
}

/** Whether a line (or a table's cell) ends between a place and the next letter, not before the place. */
function endsLine(
  { markdown }: PlacedBlock,
  letters: readonly number[],
  previous: number,
  from: number,
): boolean {
  const last = letters[previous] ?? 0
  const next = letters[previous + 1] ?? markdown.length
  const edge = /[\r\n|]/
  return !edge.test(markdown.slice(last + 1, from)) && edge.test(markdown.slice(from, next))
}

function textAt(
  texts: readonly Text[],
  index: number,
): { readonly text: Text; readonly offset: number } | null {
  let passed = 0
  for (const text of texts) {
    if (index < passed + text.length) return { text, offset: index - passed }
    passed += text.length
  }
  return null
}

/** The ranges of a block's stretches, each letter found once. */
export function rangesOfStretches(
  block: PlacedBlock,
  stretches: readonly PlacedStretch[],
): readonly { readonly id: string; readonly name: string; readonly range: Range }[] {
  if (stretches.length === 0) return []
  const texts = textsIn(block.element)
  const letters = lettersIn(block.markdown, texts.map(({ data }) => data).join(''))
  return stretches.flatMap(({ id, name, stretch }) => {
    const range = rangeOfLetters({ block, texts, letters }, stretch)
    return range === null ? [] : [{ id, name, range }]
  })
}
