import { parseArgs } from 'node:util'
import { type ExportCommand, readExport } from './exportOptions'
import { type ImportCommand, readImport } from './importCommand'
import { type MergeOptions, type ReviewOptions, readMerge, readReview } from './reviewOptions'
import { help, reasonIn, TOPICS, type Topic, type Usage, usage } from './usage'

/** What a command line asks for, once it is known to be sound. */
export type Command =
  | ExportCommand
  | ImportCommand
  | { readonly kind: 'check'; readonly files: readonly string[]; readonly json: boolean }
  | { readonly kind: 'roundtrip'; readonly files: readonly string[]; readonly touch?: number }
  | { readonly kind: 'review'; readonly files: readonly string[]; readonly options: ReviewOptions }
  | { readonly kind: 'merge'; readonly options: MergeOptions }
  | { readonly kind: 'history'; readonly file: string }
  | { readonly kind: 'restore'; readonly file: string; readonly revision: string }
  | { readonly kind: 'diff'; readonly file: string; readonly revisions: readonly string[] }
  | { readonly kind: 'help'; readonly topic: Topic }
  | Usage

/** Reads a command line without touching anything. */
export function readCommand(args: readonly string[]): Command {
  const [name, ...rest] = args
  switch (name) {
    case undefined:
      return usage('galley', 'a command is needed')
    case '--help':
    case '-h':
    case 'help':
      return { kind: 'help', topic: TOPICS.find((topic) => topic === rest[0]) ?? 'galley' }
    case 'export':
      return readExport(rest)
    case 'import':
      return readImport(rest)
    case 'check':
      return readCheck(rest)
    case 'roundtrip':
      return readRoundtrip(rest)
    case 'review':
      return reviewing('review', () => readReview(rest))
    case 'merge':
      return reviewing('merge', () => readMerge(rest))
    case 'history':
    case 'restore':
    case 'diff':
      return readHistory(name, rest)
    default:
      return usage('galley', `“${name}” is no command`)
  }
}

function reviewing(
  topic: 'review' | 'merge',
  read: () => ReturnType<typeof readReview> | ReturnType<typeof readMerge>,
): Command {
  try {
    const command = read()
    switch (command.kind) {
      case 'help':
        return { kind: 'help', topic }
      case 'usage':
        return usage(topic, command.reason)
      default:
        return command
    }
  } catch (error) {
    return usage(topic, reasonIn(error))
  }
}

function readCheck(args: readonly string[]): Command {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { help, json: { type: 'boolean', default: false } },
    })
    if (values.help) return { kind: 'help', topic: 'check' }
    if (positionals.length === 0) return usage('check', 'a file is needed')
    return { kind: 'check', files: positionals, json: values.json }
  } catch (error) {
    return usage('check', reasonIn(error))
  }
}

function readHistory(name: 'history' | 'restore' | 'diff', args: readonly string[]): Command {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { help },
    })
    if (values.help) return { kind: 'help', topic: name }
    const [file, ...revisions] = positionals
    if (file === undefined) return usage(name, 'a file is needed')
    const [revision] = revisions
    if (name === 'history') {
      return revisions.length === 0
        ? { kind: 'history', file }
        : usage(name, 'it takes one file and nothing else')
    }
    if (name === 'restore') {
      return revision === undefined || revisions.length > 1
        ? usage(name, 'it takes a file and one revision')
        : { kind: 'restore', file, revision }
    }
    return revisions.length > 2
      ? usage(name, 'it takes a file and two revisions at most')
      : { kind: 'diff', file, revisions }
  } catch (error) {
    return usage(name, reasonIn(error))
  }
}

function readRoundtrip(args: readonly string[]): Command {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { help, touch: { type: 'string' } },
    })
    if (values.help) return { kind: 'help', topic: 'roundtrip' }
    if (positionals.length === 0) return usage('roundtrip', 'a file is needed')
    const { touch } = values
    if (touch === undefined) return { kind: 'roundtrip', files: positionals }
    if (!/^[1-9]\d{0,8}$/.test(touch)) {
      return usage('roundtrip', `--touch takes the number of a block, from 1, not “${touch}”`)
    }
    return { kind: 'roundtrip', files: positionals, touch: Number(touch) }
  } catch (error) {
    return usage('roundtrip', reasonIn(error))
  }
}
