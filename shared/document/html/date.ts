import { dayFormat } from './formats'

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/i

export interface ReadDate {
  /** For the `datetime` attribute. */
  readonly machine: string
  /** The day, as the article's language writes it. */
  readonly human: string
}

/** A date as front matter has it, for the `datetime` attribute; null when it is no calendar day. */
export function readDay(written: string): { readonly machine: string; readonly day: Date } | null {
  const match = ISO.exec(written.trim())
  if (!match) return null
  const [, year, month, date, time, zone = ''] = match
  const day = new Date(`${year}-${month}-${date}T00:00:00Z`)
  // A day like 31 February is moved to March instead of being refused.
  if (Number.isNaN(day.valueOf()) || day.getUTCDate() !== Number(date)) return null
  const machine = `${year}-${month}-${date}${time ? `T${time}${zone.toUpperCase()}` : ''}`
  return { machine, day }
}

/** The same for readers too, in the words of a language. */
export function readDate(written: string, lang: string): ReadDate | null {
  const read = readDay(written)
  return read && { machine: read.machine, human: dayFormat(lang).format(read.day) }
}
