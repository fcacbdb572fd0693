import { type ExportCommand, readExport } from './exportOptions'
import { type ImportCommand, readImport } from './importCommand'
import { type MergeCommand, type ReviewCommand, readMerge, readReview } from './reviewOptions'
import { type Help, readArgs, TOPICS, type Usage, usage } from './usage'

/** What a command line asks for, once it is known to be sound. */
export type Command =
  | ExportCommand
  | ImportCommand
  | { readonly kind: 'check'; readonly files: readonly string[]; readonly json: boolean }
  | { readonly kind: 'roundtrip'; readonly files: readonly string[]; readonly touch?: number }
  | ReviewCommand
  | MergeCommand
  | { readonly kind: 'history'; readonly file: string }
  | { readonly kind: 'restore'; readonly file: string; readonly revision: string }
  | { readonly kind: 'diff'; readonly file: string; readonly revisions: readonly string[] }
  | Help
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
      return readReview(rest)
    case 'merge':
      return readMerge(rest)
    case 'history':
    case 'restore':
    case 'diff':
      return readHistory(name, rest)
    default:
      return usage('galley', `“${name}” is no command`)
  }
}

function readCheck(args: readonly string[]): Command {
  const options = { json: { type: 'boolean', default: false } } as const
  return readArgs('check', args, options, ({ values, positionals }) =>
    positionals.length === 0
      ? usage('check', 'a file is needed')
      : { kind: 'check', files: positionals, json: values.json },
  )
}

function readHistory(name: 'history' | 'restore' | 'diff', args: readonly string[]): Command {
  return readArgs(name, args, {}, ({ positionals }): Command => {
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
  })
}

function readRoundtrip(args: readonly string[]): Command {
  const options = { touch: { type: 'string' } } as const
  return readArgs('roundtrip', args, options, ({ values, positionals }): Command => {
    if (positionals.length === 0) return usage('roundtrip', 'a file is needed')
    const { touch } = values
    if (touch === undefined) return { kind: 'roundtrip', files: positionals }
    if (!/^[1-9]\d{0,8}$/.test(touch)) {
      return usage('roundtrip', `--touch takes the number of a block, from 1, not “${touch}”`)
    }
    return { kind: 'roundtrip', files: positionals, touch: Number(touch) }
  })
}
