/** The quotation marks of a language: outer and inner pair. */
export interface QuoteStyle {
  readonly double: readonly [open: string, close: string]
  readonly single: readonly [open: string, close: string]
}

const ENGLISH: QuoteStyle = { double: ['“', '”'], single: ['‘', '’'] }
const LOW_HIGH: QuoteStyle = { double: ['„', '“'], single: ['‚', '‘'] }
const POLISH: QuoteStyle = { double: ['„', '”'], single: ['‚', '’'] }
const NORDIC: QuoteStyle = { double: ['”', '”'], single: ['’', '’'] }
const GUILLEMETS: QuoteStyle = { double: ['«', '»'], single: ['“', '”'] }
const RUSSIAN: QuoteStyle = { double: ['«', '»'], single: ['„', '“'] }
/** French parts its guillemets from the words by a space that does not break. */
const FRENCH: QuoteStyle = { double: ['«\u202f', '\u202f»'], single: ['“', '”'] }
const CORNERS: QuoteStyle = { double: ['「', '」'], single: ['『', '』'] }

const STYLES: Readonly<Record<string, QuoteStyle>> = {
  de: LOW_HIGH,
  'de-ch': { double: ['«', '»'], single: ['‹', '›'] },
  cs: LOW_HIGH,
  sk: LOW_HIGH,
  sl: LOW_HIGH,
  bg: LOW_HIGH,
  is: LOW_HIGH,
  lt: LOW_HIGH,
  et: LOW_HIGH,
  pl: POLISH,
  hu: POLISH,
  ro: POLISH,
  hr: POLISH,
  sr: POLISH,
  sv: NORDIC,
  fi: NORDIC,
  da: NORDIC,
  fr: FRENCH,
  'fr-ch': GUILLEMETS,
  it: GUILLEMETS,
  es: GUILLEMETS,
  el: GUILLEMETS,
  pt: GUILLEMETS,
  'pt-br': ENGLISH,
  ca: GUILLEMETS,
  no: GUILLEMETS,
  nb: GUILLEMETS,
  nn: GUILLEMETS,
  ar: GUILLEMETS,
  fa: GUILLEMETS,
  ru: RUSSIAN,
  uk: RUSSIAN,
  be: RUSSIAN,
  ja: CORNERS,
  'zh-tw': CORNERS,
  'zh-hk': CORNERS,
}

/** The marks of a BCP 47 language tag: of the region, else of the language, else English ones. */
export function quoteStyle(lang: string): QuoteStyle {
  const [language = '', ...rest] = lang.toLowerCase().split('-')
  return STYLES[[language, ...rest].join('-')] ?? STYLES[language] ?? ENGLISH
}

/** What to put in place of the last `remove` characters before the caret. */
export interface Replacement {
  readonly remove: number
  readonly insert: string
}

const OPENS_AFTER = /[\s([{<—–\-/«„“‘‚"「『]/

/** Signs that open a new word; a straight mark after anything else closes, or stands for a letter left out. */
function opensAt(text: string): boolean {
  const before = text.at(-1)
  return before === undefined || OPENS_AFTER.test(before)
}

function quote(text: string, typed: '"' | "'", lang: string): Replacement {
  const { double, single } = quoteStyle(lang)
  const isOpening = opensAt(text)
  if (typed === '"') return { remove: 1, insert: double[isOpening ? 0 : 1] }
  // Inside a word, and after one unless a single quotation is open, it is an apostrophe.
  const [open, close] = single
  const isOpen = open !== close && text.lastIndexOf(open) > text.lastIndexOf(close)
  if (isOpening) return { remove: 1, insert: open }
  const isAfterLetter = /[\p{L}\p{N}]$/u.test(text)
  return { remove: 1, insert: isOpen && !isAfterLetter ? close : '’' }
}

/**
 * What typography makes of the character just typed, the last of `text`, the line up to the caret.
 * `null` when it stays as it is. Dashes wait for the next character, so that `---` can become a
 * divider; at the start of a line they stay, where they may be a sign of Markdown.
 */
export function smarten(text: string, lang: string): Replacement | null {
  const typed = text.at(-1)
  const before = text.slice(0, -1)
  if (typed === undefined) return null
  if (typed === '"' || typed === "'") {
    // A measure (6' 2") is no quotation.
    const [open, close] = quoteStyle(lang).double
    const isQuoted = open !== close && before.lastIndexOf(open) > before.lastIndexOf(close)
    if (!isQuoted && /(?:^|[\s(])\d+(?:[.,]\d+)?(?:' ?\d*)?$/.test(before)) return null
    return quote(before, typed, lang)
  }
  if (typed === '.') return /(?:^|[^.])\.\.$/.test(before) ? { remove: 3, insert: '…' } : null
  // An apostrophe that was opened before a number stands for a century: ’90s.
  if (/\d/.test(typed) && /(?:^|\s)‘$/.test(before)) return { remove: 2, insert: `’${typed}` }
  const dashes = /(?<![-\s!]|^)( ?)(-{2,3})$/.exec(before)?.[2]
  if (dashes === undefined || typed === '-' || typed === '>') return null
  return { remove: dashes.length + 1, insert: (dashes.length === 2 ? '–' : '—') + typed }
}
