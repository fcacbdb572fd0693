import type { Finding } from './finding'

/** What a checklist says of each check when nothing is left to see to. */
const SENTENCES: Readonly<Record<string, string>> = {
  headline: 'It has a headline',
  length: 'Headline and summaries are short enough',
  slug: 'The slug is its own',
  date: 'Every date is a day',
  embargo: 'No embargo holds it back',
  review: 'No suggestion and no thread is open',
  placeholder: 'Nothing stands for something to come',
  picture: 'Every picture has a file, a description, a caption and a credit',
  'picture-alt': 'Every picture has a description',
  'picture-missing': 'Every picture is there',
  'picture-caption': 'Every picture has a caption',
  'picture-credit': 'Every picture has a credit',
  heading: 'Headings follow each other',
  link: 'Every link leads somewhere',
  quotation: 'Every quotation says whose it is',
  'doubled-word': 'No word stands twice',
  required: 'Every field that the house asks for is filled',
  'house-word': 'The words are the house’s',
}

export const CHECK_NAMES = Object.keys(SENTENCES)

export interface ChecklistItem {
  /** Name of a check. */
  readonly check: string
  readonly label: string
}

/** By status, in small letters. */
export type Checklists = ReadonlyMap<string, readonly ChecklistItem[]>

export function checklistItem(check: string, label?: string): ChecklistItem {
  return { check, label: label ?? SENTENCES[check] ?? check }
}

const items = (...checks: readonly string[]) => checks.map((check) => checklistItem(check))

/** For a library that has none of its own. */
export const DEFAULT_CHECKLISTS: Checklists = new Map([
  ['in review', items('headline', 'placeholder', 'quotation')],
  ['changes requested', items('review', 'placeholder')],
  ['approved', items('review', 'length', 'picture-alt', 'picture-credit', 'quotation', 'link')],
  [
    'published',
    items('review', 'length', 'picture-alt', 'picture-credit', 'quotation', 'link', 'embargo'),
  ],
])

export interface ChecklistState extends ChecklistItem {
  /** How many things are left to see to. */
  readonly open: number
}

/** How far an article is with what its status asks for. It holds nothing up. */
export function checklistFor(
  status: string,
  checklists: Checklists,
  findings: readonly Finding[],
): readonly ChecklistState[] {
  return (checklists.get(status.toLowerCase()) ?? []).map((item) => ({
    ...item,
    // `link` stands for all that is said of links.
    open: findings.filter(({ check }) => check === item.check || check.startsWith(`${item.check}-`))
      .length,
  }))
}
