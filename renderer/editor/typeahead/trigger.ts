import type { LucideIcon } from 'lucide-react'

/** One thing that a menu at the caret offers. */
export interface TypeaheadItem {
  readonly id: string
  readonly label: string
  readonly detail?: string
  /** A drawn icon, or the character itself. */
  readonly icon?: LucideIcon | string
  readonly keys?: string
  /** Runs after the sign and the query have been taken out of the text. */
  run(): void
}

/** A sign that opens a menu where it is typed, and what the menu offers for what is typed after it. */
export interface Trigger {
  readonly sign: string
  readonly label: string
  /** Whether the sign means a menu after this text; `before` is the line up to the sign. */
  opensAfter(before: string): boolean
  /** What may be typed into the menu; anything else leaves the text as it is and closes. */
  readonly query: RegExp
  /** How many characters it takes before the menu shows. */
  readonly least: number
  find(query: string): readonly TypeaheadItem[] | Promise<readonly TypeaheadItem[]>
}

/** At the start of a line, or after a blank: not in `and/or`, a date or an address. */
export function isAfterBlank(before: string): boolean {
  return before === '' || /[\s([{“„«‘—–]$/.test(before)
}
