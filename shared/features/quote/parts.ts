/** A run of the line that names who is quoted, as Markdown and the editor both have it. */
export type Piece =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'emphasis'; readonly value: string }
  | {
      readonly kind: 'link'
      readonly value: string
      readonly href: string
      readonly isEmphasised: boolean
    }

/** Who is quoted, as the fields show it. What stands between the parts is kept as it was written. */
export interface Parts {
  readonly speaker: string
  readonly role: string
  /** The work or the place that the words are from. */
  readonly source: string
  /** The address of the source; without a source, of the speaker. */
  readonly href: string
  readonly between: string
  /** What leads to the source: a comma, or words such as “, to the”. */
  readonly lead: string
  /** Whether a source with an address is emphasised as well; one without always is. */
  readonly isEmphasised: boolean
}

export const NOBODY: Parts = {
  speaker: '',
  role: '',
  source: '',
  href: '',
  between: ', ',
  lead: ', ',
  isEmphasised: false,
}

/** In characters, of one piece; the patterns are for short texts, and what is longer names nobody. */
const LONGEST = 300

/** The first of these parts the speaker from the role. */
const BETWEEN = /\s*,\s*|\s+[·|–—]\s+|\s*;\s*/

/** What may lead to a source, at the end of what stands before it. */
const LEAD =
  /\s*[,;·|–—]?\s*(?:\b(?:in|to|told|for|from|of|on|at|via|dans|à|in der|im|an|aus|en|a|em|su|in de) (?:(?:the|le|la|der|die|das|el|il|o|het) )?)?$/iu

function splitHead(text: string): Pick<Parts, 'speaker' | 'role' | 'between'> {
  const at = BETWEEN.exec(text)
  if (at === null) return { speaker: text.trim(), role: '', between: NOBODY.between }
  return {
    speaker: text.slice(0, at.index).trim(),
    role: text.slice(at.index + at[0].length).trim(),
    between: at[0],
  }
}

/**
 * Reads the line as parts: the speaker up to the first comma, then the role; a link or a work in
 * italics at the end is the source. `null` for a line with more in it than that, which stays as it is.
 */
export function readParts(pieces: readonly Piece[]): Parts | null {
  const [first, second, third] = pieces
  if (pieces.some(({ value }) => value.length > LONGEST)) return null
  if (first === undefined) return NOBODY
  if (third !== undefined) return null
  if (second === undefined) {
    if (first.kind === 'text') return { ...NOBODY, ...splitHead(first.value) }
    return { ...NOBODY, lead: '', ...sourceOf(first) }
  }
  if (first.kind === 'text' && second.kind !== 'text') {
    const lead = LEAD.exec(first.value)?.[0] ?? ''
    const head = splitHead(first.value.slice(0, first.value.length - lead.length))
    return { ...NOBODY, ...head, lead, ...sourceOf(second) }
  }
  if (first.kind === 'link' && second.kind === 'text') {
    const between = /^\s*[,;·|–—]\s*/.exec(second.value)?.[0]
    const role = second.value.slice(between?.length ?? 0).trim()
    if (between === undefined || role === '') return null
    const { value, href, isEmphasised } = first
    return { ...NOBODY, speaker: value, role, between, href, isEmphasised }
  }
  return null
}

function sourceOf(piece: Exclude<Piece, { kind: 'text' }>): Partial<Parts> {
  return piece.kind === 'emphasis'
    ? { source: piece.value }
    : { source: piece.value, href: piece.href, isEmphasised: piece.isEmphasised }
}

/** The line that reads as these parts. */
export function writeParts(parts: Parts): readonly Piece[] {
  const { speaker, role, between, href, isEmphasised } = parts
  const source = parts.source === '' && role === '' ? hostOf(href) : parts.source
  const head = [speaker, role].filter((part) => part !== '').join(between)
  if (source === '') {
    if (href === '' || speaker === '') return head === '' ? [] : [{ kind: 'text', value: head }]
    return [
      { kind: 'link', value: speaker, href, isEmphasised },
      { kind: 'text', value: between + role },
    ]
  }
  const last: Piece =
    href === ''
      ? { kind: 'emphasis', value: source }
      : { kind: 'link', value: source, href, isEmphasised }
  if (head === '') {
    const lead = parts.lead.replace(/^\s*[,;·|–—]?\s*/, '')
    return lead === '' ? [last] : [{ kind: 'text', value: lead }, last]
  }
  return [{ kind: 'text', value: head + (parts.lead === '' ? NOBODY.lead : parts.lead) }, last]
}

/** What an address without words for it is called. */
function hostOf(href: string): string {
  return /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(href)?.[1] ?? href
}
