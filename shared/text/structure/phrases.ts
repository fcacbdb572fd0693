import { dropEnd } from '../runs'

/** How many words, as spaces part them; for scripts without spaces, a word for every two characters. */
export function wordsIn(text: string): number {
  const spaced = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  const unspaced = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu,
  )
  return Math.max(spaced, Math.ceil((unspaced?.length ?? 0) / 2))
}

const CLOSING = /["'’”»)\]*\s]/

/** The mark a line ends in, closing quotation marks and brackets aside. */
function lastMark(text: string): string {
  return dropEnd(text, CLOSING).at(-1) ?? ''
}

/** Whether a line ends as sentences do. */
export function endsSentence(text: string): boolean {
  return /[.!?…。！？।؟]/.test(lastMark(text))
}

/** Whether a line ends as no title does: in a stop, or in what promises more. */
export function endsLikeProse(text: string): boolean {
  return /[.!,:;…。！，：；।،؛–—-]/.test(lastMark(text))
}

/** Whether a paragraph reads as running text: sentences, or enough words to be nothing else. */
export function isProse(text: string): boolean {
  const words = wordsIn(text)
  return words >= 25 || (words >= 5 && (endsSentence(text) || /[:：]$/.test(text)))
}

/** A line that holds an address, a time, a price or a greeting rather than a title's words. */
export function isFact(text: string): boolean {
  return (
    /https?:\/\/|www\.|[^\s@]@[^\s@.]+\.[^\s@]/i.test(text) ||
    /^(?:dear|hi|hello|hey|thanks|thank you|regards|best|sincerely|yours|cheers)\b/i.test(text) ||
    /^[^\p{L}]*$/u.test(text) ||
    /^(?:by|von|por|par|di)\s+\p{Lu}/u.test(text) ||
    isDate(text)
  )
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const DATE = new RegExp(
  `^(?:(?:published|updated|posted|last updated|on|first published)[:\\s]+(?:on\\s+)?)?(?:\\p{L}+day,?\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH}|${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?),?\\s+\\d{4}\\b.{0,30}$|^\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}\\b.{0,20}$`,
  'iu',
)

/** Whether a line is a date, with or without a word before it and a time after. */
export function isDate(text: string): boolean {
  return DATE.test(text)
}

/** Whether a line is written by a machine for a machine: code, a table's row, a log. */
export function isMachineText(text: string): boolean {
  return (
    /\t/.test(text.replace(/^(?:[^\p{L}\s]{1,4}|o)\t/u, '')) ||
    /[{};]\s*$|^\s*(?:\/\/|#!|<\/?[a-z]|\$ )|=>|\(\)|::|==|\|.*\|/.test(text) ||
    /^(?:import|const|let|var|function|def|class|return|select|if)\b.*[=({:;]/i.test(text)
  )
}

/** A text's words in small letters without punctuation, to compare lines by. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
}

/** Which share of the first text's words the second has, from 0 to 1. */
export function shared(first: string, second: string): number {
  const words = [...wordSet(first)]
  const others = wordSet(second)
  return words.length === 0 ? 0 : words.filter((word) => others.has(word)).length / words.length
}
