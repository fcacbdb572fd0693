import type { Finding, Part } from './model'
import {
  endsLikeProse,
  endsSentence,
  isDate,
  isFact,
  isMachineText,
  isProse,
  shared,
  wordsIn,
} from './phrases'

const CREDIT =
  /(?:^|[\s(|/–-])(?:photo(?:graph)?|image|picture|illustration|credit|photo credit|file photo)\s*(?:by|:|\/|courtesy)|\((?:file|ap|afp|reuters|getty|pti|ani|epa|dpa)\b[^()]*\)|\b(?:getty images|afp|reuters|ap photo)\b\.?\)?$/i

const LABEL = /^(?:photo|image|picture|caption)\s*:\s*/i

/** The headline: the first line, when it is short, has no full stop and running text follows. */
export function findHeadline(parts: readonly Part[]): Finding | null {
  const [first] = parts
  if (first === undefined || first.runLength > 1) return null
  const { text } = first
  const words = wordsIn(text)
  if (words < 2 || words > 30 || text.length > 220) return null
  if (endsLikeProse(text) || isFact(text) || isMachineText(text)) return null
  if (/^[\p{Ll}"“„«•*#>-]/u.test(text)) return null
  const prose = parts.slice(1).filter((part) => isProse(part.text))
  const paragraphs = prose.filter((part) => wordsIn(part.text) >= 15)
  if (prose.length < 2 || paragraphs.length === 0) return null
  return {
    from: 0,
    to: 1,
    reading: { kind: 'headline', text },
    reason: 'The first line is short, has no full stop, and running text follows',
  }
}

const BYLINE =
  /^(?:by|words by|text by|von|por|par|di)\s+(\p{Lu}[\p{L}.'’-]+(?:\s+(?:(?:and|&|de|van|von|der|la|al|bin)\s+)?\p{Lu}[\p{L}.'’-]+){0,5})$/iu

function bylineAt(parts: readonly Part[], at: number): Finding | null {
  const text = parts[at]?.text ?? ''
  const name = BYLINE.exec(text)?.[1]
  if (name === undefined || !/^\p{Lu}/u.test(name) || endsSentence(text)) return null
  const reading = { kind: 'byline', name, text } as const
  return { from: at, to: at + 1, reading, reason: 'A name after “By”, under the headline' }
}

/** Alternative text and caption as pages leave them: two lines, the second a sentence about the first. */
function doubleCaption(parts: readonly Part[], at: number): Finding | null {
  const [alt, caption] = [parts[at], parts[at + 1]]
  if (alt === undefined || caption === undefined || alt.run !== caption.run) return null
  if (alt.runLength !== 2) return null
  if (wordsIn(alt.text) > 14 || endsLikeProse(alt.text)) return null
  if (wordsIn(caption.text) > 40 || !(endsSentence(caption.text) || CREDIT.test(caption.text)))
    return null
  if (shared(alt.text, caption.text) < 0.5) return null
  return {
    from: at,
    to: at + 2,
    reading: { kind: 'caption', alt: alt.text, caption: caption.text },
    reason: 'Two short lines, the second a sentence with the words of the first',
  }
}

function captionAt(parts: readonly Part[], at: number): Finding | null {
  const double = doubleCaption(parts, at)
  if (double) return double
  const part = parts[at]
  if (part === undefined || part.runLength > 1 || wordsIn(part.text) > 45) return null
  if (!CREDIT.test(part.text) && !LABEL.test(part.text)) return null
  return {
    from: at,
    to: at + 1,
    reading: { kind: 'caption', alt: '', caption: part.text },
    reason: 'A short line that names a photograph or its source',
  }
}

/** A summary between headline and text: one short paragraph, without a full stop or before a byline. */
function standfirstAt(parts: readonly Part[], at: number): Finding | null {
  const part = parts[at]
  if (part === undefined || part.runLength > 1) return null
  const { text } = part
  const words = wordsIn(text)
  if (words < 8 || words > 45 || isFact(text) || isMachineText(text)) return null
  if (/[:,;]$/.test(text) || /^[“"„«•]/.test(text)) return null
  const next = parts[at + 1]
  const beforeByline = bylineAt(parts, at + 1) !== null
  const beforeProse = next !== undefined && next.runLength === 1 && wordsIn(next.text) >= 20
  if (!(beforeByline || (!endsSentence(text) && words >= 12 && beforeProse))) return null
  return {
    from: at,
    to: at + 1,
    reading: { kind: 'standfirst', text },
    reason: beforeByline
      ? 'A summary between the headline and the byline'
      : 'A summary without a full stop, under the headline',
  }
}

const SUBJECT = /^([^:.!?\n]{3,60}):\s+(?=\S)/

/** A first paragraph that opens with its subject and a colon, when headline or caption name it too. */
function leadAt(parts: readonly Part[], at: number, named: readonly string[]): Finding | null {
  const part = parts[at]
  if (part === undefined || wordsIn(part.text) < 20) return null
  const subject = SUBJECT.exec(part.text)?.[1]
  if (subject === undefined || wordsIn(subject) > 7) return null
  if (!named.some((text) => shared(subject, text) === 1)) return null
  return {
    from: at,
    to: at + 1,
    reading: { kind: 'lead', subject, text: part.text },
    reason: 'The first paragraph opens with the article’s subject and a colon',
  }
}

/** Everything between the headline and the running text; nothing where there is no headline. */
export function findHead(parts: readonly Part[]): readonly Finding[] {
  const headline = findHeadline(parts)
  if (headline === null) return []
  const found: Finding[] = [headline]
  const named = [parts[0]?.text ?? '']
  let at = 1
  for (let steps = 0; steps < 6; steps++) {
    const next = captionAt(parts, at) ?? bylineAt(parts, at) ?? standfirstAt(parts, at)
    const isTaken = next !== null && found.some(({ reading }) => reading.kind === next.reading.kind)
    if (next === null || isTaken) {
      // A date stays where it is, but what stands under it is still of the head.
      if (!isDate(parts[at]?.text ?? '')) break
      at++
      continue
    }
    found.push(next)
    named.push(...parts.slice(next.from, next.to).map(({ text }) => text))
    at = next.to
  }
  const lead = leadAt(parts, at, named)
  return lead === null ? found : [...found, lead]
}
