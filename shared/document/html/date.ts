const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/i

export interface ReadDate {
  /** For the `datetime` attribute. */
  readonly machine: string
  /** The day, as the article's language writes it. */
  readonly human: string
}

/** Reads a date as front matter has it; null when it is no calendar day. */
export function readDate(written: string, lang: string): ReadDate | null {
  const match = ISO.exec(written.trim())
  if (!match) return null
  const [, year, month, day, time, zone = ''] = match
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  // A day like 31 February is moved to March instead of being refused.
  if (Number.isNaN(date.valueOf()) || date.getUTCDate() !== Number(day)) return null
  // The day is the one that was written, wherever the page is made.
  const format = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' })
  const machine = time
    ? `${year}-${month}-${day}T${time}${zone.toUpperCase()}`
    : `${year}-${month}-${day}`
  return { machine, human: format.format(date) }
}
