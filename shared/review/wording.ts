import type { Suggestion } from './listed'
import type { HeadField } from './model'
import { withoutNumbers } from './numbering'
import { plainWords } from './plainWords'

export const HEAD_NAMES: Readonly<Record<HeadField, string>> = {
  title: 'Headline',
  standfirst: 'Standfirst',
}

const KINDS = {
  insertion: 'Add',
  deletion: 'Delete',
  replacement: 'Replace',
  move: 'Moved',
} as const

/** A suggestion as a person would say it. */
export interface Told {
  /** What it does: `Add`, `Moved up`, `Join with the paragraph above`. */
  readonly does: string
  /** The words that go and come; `''` where what goes or comes is only signs, which `does` tells. */
  readonly deleted: string
  readonly inserted: string
}

/** Says what a suggestion does. Signs of Markdown are told by what they make of the text. */
export function tellSuggestion({ head, kind, move, deleted, inserted }: Suggestion): Told {
  if (head !== undefined) return { does: HEAD_NAMES[head], deleted, inserted }
  if (move)
    return {
      does: `Moved ${move.direction}`,
      deleted: '',
      inserted: bare(withoutNumbers(inserted).trim()),
    }
  const signs = tellSigns(deleted, inserted)
  if (signs !== null) return { does: signs, deleted: '', inserted: '' }
  const words = { deleted: bare(deleted), inserted: bare(inserted) }
  // Where only signs among the words change, they are what there is to be told.
  const told = words.deleted === words.inserted ? { deleted, inserted } : words
  return { does: KINDS[kind], ...told }
}

function bare(markdown: string): string {
  const own = hasLines(markdown) ? markdown.trim() : markdown
  return plainWords(own, false) || own
}

/** The signs that begin a block, with the lines before it. */
const SIGNS = /^(?:[ \t\r\n\\>]|#{1,6}(?=[ \t\r\n]|$)|(?:[-*+]|\d{1,9}[.)])(?=[ \t\r\n]|$))*$/
const MAX_SIGNS = 80

function isSigns(text: string): boolean {
  return text.length <= MAX_SIGNS && SIGNS.test(text)
}

/** What becomes of the text where only the signs that begin blocks change; null where words do. */
function tellSigns(deleted: string, inserted: string): string | null {
  if (!isSigns(deleted) || !isSigns(inserted)) return null
  const [lost, made] = [blockOf(deleted), blockOf(inserted)]
  if (hasLines(deleted) && !hasLines(inserted)) return tellJoin(deleted, lost)
  if (hasLines(inserted) && made === null && lost !== null) return 'Make it a paragraph'
  if (hasLines(inserted) && !hasLines(deleted)) return tellSplit(inserted, made)
  if (hasLines(inserted) || hasLines(deleted)) return 'Change the blank lines'
  if ((lost !== null && lost === made) || /^#+$/.test(deleted + inserted)) {
    return CHANGES[lost ?? made ?? 'heading']
  }
  if (made !== null) return `Make it ${KIND_NAMES[made]}`
  if (lost !== null) return LOSSES[lost]
  return tellSpace(deleted, inserted)
}

type BlockKind = 'heading' | 'item' | 'numbered' | 'quotation'

const KIND_NAMES: Readonly<Record<BlockKind, string>> = {
  heading: 'a heading',
  item: 'a list item',
  numbered: 'a numbered item',
  quotation: 'a quotation',
}
const CHANGES: Readonly<Record<BlockKind, string>> = {
  heading: 'Change the heading’s level',
  item: 'Change the list’s sign',
  numbered: 'Number anew',
  quotation: 'Change the quotation’s level',
}
const LOSSES: Readonly<Record<BlockKind, string>> = {
  heading: 'Make the heading a paragraph',
  item: 'Take it out of the list',
  numbered: 'Take it out of the list',
  quotation: 'Take it out of the quotation',
}

function blockOf(signs: string): BlockKind | null {
  const own = signs.slice(Math.max(signs.lastIndexOf('\n'), signs.lastIndexOf('\r')) + 1)
  if (own.includes('#')) return 'heading'
  if (/\d/.test(own)) return 'numbered'
  if (/[-*+]/.test(own)) return 'item'
  return own.includes('>') ? 'quotation' : null
}

const hasLines = (text: string): boolean => /[\r\n]/.test(text)

/** Whether a line of a quotation ends and the next is of the same one. */
function isWithinQuotation(signs: string): boolean {
  return /^[^\r\n]*(?:\r\n|\n|\r)[ \t]*>/.test(signs)
}

/** One line end is a line’s, more are a paragraph’s. */
function isOfLine(signs: string): boolean {
  return /^[^\r\n]*(?:\r\n|\n|\r)[^\r\n]*$/.test(signs)
}

function tellJoin(signs: string, lost: BlockKind | null): string {
  if (lost === 'item' || lost === 'numbered') return 'Join the list item with what is above'
  if (lost === 'heading') return 'Join the heading with what is above'
  if (lost === null || isWithinQuotation(signs)) {
    return `Join with the ${isOfLine(signs) ? 'line' : 'paragraph'} above`
  }
  return 'Join the quotation with what is above'
}

function tellSplit(signs: string, made: BlockKind | null): string {
  if (made === null || (made === 'quotation' && isWithinQuotation(signs))) {
    return isOfLine(signs) ? 'Break the line' : 'Split the paragraph'
  }
  return made === 'item' || made === 'numbered'
    ? 'Split the list item'
    : `Begin ${KIND_NAMES[made]} here`
}

function tellSpace(deleted: string, inserted: string): string | null {
  if (/\\/.test(deleted + inserted)) return null
  if (deleted === '') return inserted.length === 1 ? 'Add a space' : 'Indent'
  if (inserted === '') return deleted.length === 1 ? 'Delete a space' : 'Outdent'
  return 'Change the spaces'
}
