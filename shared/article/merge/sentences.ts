import { agreed, type ConflictPart, type MergePart, tidyParts } from './parts'

/** The end of a sentence with the space after it; a line's end counts, for lists, tables and verse. */
const AFTER_SENTENCE =
  /(?=\S)(?<=[^\S\r\n])(?<=[.!?…]["'”’»)\]*_]*[^\S\r\n]+)|(?<=[。！？])|(?<=\n)|(?<=\r)(?!\n)/u
const ENDS_SENTENCE = /(?:[.!?…]["'”’»)\]*_]*\s+|[。！？]|[\r\n])$/u
const ENDS_IN_MARK = /[.!?…]["'”’»)\]*_]*$/u
const STARTS_WITH_SPACE = /^\s/

/**
 * Widens every conflict to the sentences that it is in, so that a person decides between readings
 * and not between loose words. What the sides agree on in such a sentence stands in both readings.
 */
export function widenToSentences(parts: readonly MergePart[]): readonly MergePart[] {
  const wide: MergePart[] = []
  let sentence: MergePart[] = []
  const close = (): void => {
    wide.push(...asOne(sentence))
    sentence = []
  }
  const row = new RowSense()
  parts.forEach((part, index) => {
    if (part.kind === 'conflict') {
      sentence.push(part)
      row.read(part.mine)
      if (isWhole(part)) close()
      return
    }
    for (const piece of part.text.split(AFTER_SENTENCE)) {
      sentence.push(agreed(piece))
      row.read(piece)
      // The cells of a row stay together, whatever sentences are in them.
      if (ENDS_SENTENCE.test(piece) && !row.isInside) close()
    }
    const next = parts[index + 1]
    if (ENDS_IN_MARK.test(part.text) && next?.kind === 'conflict' && startsAnew(next)) close()
  })
  close()
  return tidyParts(wide)
}

function versionsOf({ base, mine, theirs }: ConflictPart): readonly string[] {
  return [base, mine, theirs].filter((text) => text !== '')
}

function isWhole(conflict: ConflictPart): boolean {
  return versionsOf(conflict).every((text) => ENDS_SENTENCE.test(text))
}

function startsAnew(conflict: ConflictPart): boolean {
  return versionsOf(conflict).every((text) => STARTS_WITH_SPACE.test(text))
}

function asOne(sentence: readonly MergePart[]): readonly MergePart[] {
  if (sentence.every(({ kind }) => kind === 'agreed')) return sentence
  const reading = (side: 'base' | 'mine' | 'theirs'): string =>
    sentence.map((part) => (part.kind === 'agreed' ? part.text : part[side])).join('')
  return [
    {
      kind: 'conflict',
      scale: 'sentences',
      base: reading('base'),
      mine: reading('mine'),
      theirs: reading('theirs'),
    },
  ]
}

/** Knows whether the text read so far stops inside the row of a table. */
class RowSense {
  isInside = false
  private isAtStart = true

  read(text: string): void {
    for (const line of text.split(/(?<=[\r\n])/)) {
      if (this.isAtStart && line.trim() !== '') this.isInside = line.trimStart().startsWith('|')
      this.isAtStart = /[\r\n]$/.test(line)
      if (this.isAtStart) this.isInside = false
    }
  }
}
