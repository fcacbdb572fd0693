import type { Finding, Part } from './model'
import { endsSentence, isMachineText, wordsIn } from './phrases'

const SPEECH =
  /(?<!\p{L})(?:said|says|say|saying|told|tells|added|adds|stated|states|wrote|writes|tweeted|posted|declared|declares|announced|asked|asks|replied|replies|answered|insisted|warned|explained|explains|remarked|continued|recalled|noted|commented|argued|claimed|sagte|sagt|schrieb|erklärte|dijo|dice|escribió|afirmó|déclaré|dit|écrit|affirmé|disse|ha detto)(?!\p{L})/iu

/** A name, or who somebody is: something must be speaking. */
const SPEAKER =
  /\p{Lu}\p{L}+|\b(?:he|she|they|we|i|spokes\p{L}+|minister|president|official|witness|author)\b/u

const OPENING = /^["“„«]/

/** Whether nothing but signs follows the last quotation mark. */
function closes(text: string): boolean {
  const last = Math.max(...['"', '”', '“', '»'].map((mark) => text.lastIndexOf(mark)))
  return last >= 0 && !/\w/.test(text.slice(last))
}

function introduces(text: string): boolean {
  return /:\s*$/.test(text) && SPEECH.test(text) && SPEAKER.test(text) && wordsIn(text) <= 60
}

/** Where speech that opens with a quotation mark closes, within a few paragraphs. */
function endOfSpeech(parts: readonly Part[], from: number): number {
  const first = parts[from]?.text ?? ''
  if (!OPENING.test(first) || closes(first)) return from + 1
  for (let at = from + 1; at < Math.min(parts.length, from + 5); at++) {
    if (closes(parts[at]?.text ?? '')) return at + 1
  }
  return from + 1
}

/**
 * Quotations: the paragraph after one that ends in a colon, with somebody who says it. `isTaken`
 * tells of parts that another rule has, such as a list after “they said:”.
 */
export function findQuotations(
  parts: readonly Part[],
  isTaken: (index: number) => boolean,
): readonly Finding[] {
  const findings: Finding[] = []
  parts.forEach((part, index) => {
    const from = index + 1
    const speech = parts[from]
    if (speech === undefined || isTaken(index) || isTaken(from) || !introduces(part.text)) return
    if (introduces(speech.text) || wordsIn(speech.text) < 3 || isMachineText(speech.text)) return
    if (!endsSentence(speech.text) && !closes(speech.text)) return
    const to = endOfSpeech(parts, from)
    if (parts.slice(from, to).some((_, offset) => isTaken(from + offset))) return
    const paragraphs = parts.slice(from, to).map(({ text }) => text)
    findings.push({
      from,
      to,
      reading: { kind: 'quotation', paragraphs },
      reason: 'The paragraph before names a speaker and ends in a colon',
    })
  })
  return findings
}
