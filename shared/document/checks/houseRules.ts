import { parseDocument } from 'yaml'
import { yamlExcess } from '../../article'
import { META_KEYS } from '../../domain/metaKeys'
import { TEXT_LENGTHS } from '../../domain/textLengths'
import {
  CHECK_NAMES,
  type ChecklistItem,
  type Checklists,
  checklistItem,
  DEFAULT_CHECKLISTS,
} from './checklist'
import type { Level } from './finding'

/** The file at the top of a library that holds its own checks. */
export const HOUSE_RULES_FILE = 'galley-checks.yml'

/** A word that the house does not want, and what it says instead. */
export interface WordRule {
  /** `*` at the start or the end stands for the rest of a word. */
  readonly find: string
  readonly say: string
  readonly level: Level
}

export interface HouseRules {
  /** Names of checks that the library does without. */
  readonly off: ReadonlySet<string>
  /** Front-matter fields that every article must have. */
  readonly require: readonly string[]
  readonly words: readonly WordRule[]
  /** What is asked of an article at each status. */
  readonly checklists: Checklists
  readonly limits: Readonly<Record<'headline' | 'standfirst' | 'summary' | 'social', number>>
}

export const NO_HOUSE_RULES: HouseRules = {
  off: new Set(),
  require: [],
  words: [],
  checklists: DEFAULT_CHECKLISTS,
  limits: {
    headline: TEXT_LENGTHS.title.most,
    standfirst: TEXT_LENGTHS.standfirst.most,
    summary: TEXT_LENGTHS.description.most,
    social: TEXT_LENGTHS.social.most,
  },
}

export interface ReadHouseRules {
  readonly rules: HouseRules
  /** Sentences about what in the file could not be used. */
  readonly problems: readonly string[]
}

/** A rules file longer than this is no small file of rules. */
const MAX_LENGTH = 65_536
const LEVELS: readonly string[] = ['error', 'warning', 'note']

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

function levelOf(value: unknown): Level {
  return LEVELS.includes(String(value)) ? (String(value) as Level) : 'warning'
}

function wordRule(item: unknown): WordRule | null {
  const entry = new Map(entriesOf(item))
  const find = entry.get('find')
  if (typeof find !== 'string' || find.replaceAll('*', '').trim() === '') return null
  const say = entry.get('say')
  return { find, say: typeof say === 'string' ? say : '', level: levelOf(entry.get('level')) }
}

/** A check by its name, or with the house's own words for it. */
function itemFrom(entry: unknown): ChecklistItem {
  if (typeof entry === 'string') return checklistItem(entry)
  const fields = new Map(entriesOf(entry))
  const say = fields.get('say')
  return checklistItem(String(fields.get('check') ?? ''), typeof say === 'string' ? say : undefined)
}

/** The house's lists take the place of ours, status by status. */
function checklistsFrom(value: unknown, problems: string[]): Checklists {
  const own = entriesOf(value).map(([status, list]) => {
    const items = listOf(list).map(itemFrom)
    for (const { check } of items) {
      if (CHECK_NAMES.includes(check)) continue
      problems.push(
        `${HOUSE_RULES_FILE} has “${check}” on the list for “${status}”, which is no check.`,
      )
    }
    return [status.toLowerCase(), items.filter(({ check }) => CHECK_NAMES.includes(check))] as const
  })
  return new Map([...DEFAULT_CHECKLISTS, ...own])
}

/** Reads a library's own rules. What cannot be used is named; the rest counts. */
export function readHouseRules(text: string): ReadHouseRules {
  if (text.length > MAX_LENGTH) {
    return { rules: NO_HOUSE_RULES, problems: [`${HOUSE_RULES_FILE} is longer than 64 KB.`] }
  }
  const excess = yamlExcess(text)
  if (excess !== null) {
    return { rules: NO_HOUSE_RULES, problems: [`${HOUSE_RULES_FILE} ${excess}.`] }
  }
  let data: unknown
  try {
    const document = parseDocument(text, { logLevel: 'silent' })
    const [wrong] = document.errors
    if (wrong) throw wrong
    data = document.toJS({ maxAliasCount: 0 })
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
    return { rules: NO_HOUSE_RULES, problems: [`${HOUSE_RULES_FILE} is not valid YAML: ${reason}`] }
  }
  const problems: string[] = []
  const read = new Map(entriesOf(data))
  for (const key of read.keys()) {
    if (['off', 'require', 'words', 'limits', 'checklists'].includes(key)) continue
    problems.push(
      `${HOUSE_RULES_FILE} has “${key}”, which means nothing: off, require, words, limits and checklists do.`,
    )
  }
  const words = listOf(read.get('words')).flatMap((item) => {
    const rule = wordRule(item)
    if (rule === null) problems.push(`${HOUSE_RULES_FILE} has an entry of “words” without “find”.`)
    return rule === null ? [] : [rule]
  })
  const require = listOf(read.get('require')).map(String)
  for (const field of require) {
    if (!Object.hasOwn(META_KEYS, field) && field !== 'lead') {
      problems.push(`${HOUSE_RULES_FILE} requires “${field}”, which is no field of an article.`)
    }
  }
  const limits = entriesOf(read.get('limits')).filter(
    ([name, limit]) => Object.hasOwn(NO_HOUSE_RULES.limits, name) && typeof limit === 'number',
  )
  return {
    rules: {
      off: new Set(listOf(read.get('off')).map(String)),
      require,
      words,
      checklists: checklistsFrom(read.get('checklists'), problems),
      limits: { ...NO_HOUSE_RULES.limits, ...Object.fromEntries(limits) },
    },
    problems,
  }
}
