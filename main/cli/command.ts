import { parseArgs } from 'node:util'

/** What a command line asks for, once it is known to be sound. */
export type Command =
  | { readonly kind: 'export'; readonly files: readonly string[]; readonly options: ExportOptions }
  | { readonly kind: 'roundtrip'; readonly files: readonly string[]; readonly touch?: number }
  | { readonly kind: 'help'; readonly topic: Topic }
  /** `reason` says what is wrong with the command line. */
  | { readonly kind: 'usage'; readonly topic: Topic; readonly reason: string }

export interface ExportOptions {
  readonly to: 'html' | 'markdown'
  readonly fragment: boolean
  readonly frontMatter: boolean
  /** `-` prints; absent: beside each file. */
  readonly out?: string
}

export type Topic = 'galley' | 'export' | 'roundtrip'

/** Reads a command line without touching anything. */
export function readCommand(args: readonly string[]): Command {
  const [name, ...rest] = args
  if (name === undefined) return usage('galley', 'a command is needed')
  if (name === '--help' || name === '-h' || name === 'help') {
    return { kind: 'help', topic: topicIn(rest[0]) }
  }
  if (name === 'export') return readExport(rest)
  if (name === 'roundtrip') return readRoundtrip(rest)
  return usage('galley', `“${name}” is no command`)
}

function topicIn(name: string | undefined): Topic {
  return name === 'export' || name === 'roundtrip' ? name : 'galley'
}

function usage(topic: Topic, reason: string): Command {
  return { kind: 'usage', topic, reason }
}

const help = { type: 'boolean', short: 'h', default: false } as const

function readExport(args: readonly string[]): Command {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help,
        to: { type: 'string' },
        fragment: { type: 'boolean', default: false },
        'no-front-matter': { type: 'boolean', default: false },
        out: { type: 'string', short: 'o' },
      },
    })
    const { to, fragment, out } = values
    if (values.help) return { kind: 'help', topic: 'export' }
    if (to === undefined) return usage('export', '--to html or --to markdown is needed')
    if (to !== 'html' && to !== 'markdown') {
      return usage('export', `--to takes html or markdown, not “${to}”`)
    }
    if (fragment && to !== 'html') return usage('export', '--fragment goes with --to html')
    if (values['no-front-matter'] && to !== 'markdown') {
      return usage('export', '--no-front-matter goes with --to markdown')
    }
    if (out === '') return usage('export', '--out needs a path')
    if (positionals.length === 0) return usage('export', 'a file is needed')
    const options = { to, fragment, frontMatter: !values['no-front-matter'] } as const
    return {
      kind: 'export',
      files: positionals,
      options: out === undefined ? options : { ...options, out },
    }
  } catch (error) {
    return usage('export', reasonIn(error))
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

/** The first sentence of what Node says of a wrong option. */
function reasonIn(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return (message.split(/\. |\n/)[0] ?? message).replace(/^./, (letter) => letter.toLowerCase())
}
