import { type ParseArgsConfig, parseArgs } from 'node:util'

/** A command line that cannot be obeyed, with what is wrong with it. */
export interface Usage {
  readonly kind: 'usage'
  readonly topic: Topic
  readonly reason: string
}

export const TOPICS = [
  'galley',
  'export',
  'check',
  'roundtrip',
  'review',
  'merge',
  'history',
  'diff',
  'restore',
  'import',
] as const
export type Topic = (typeof TOPICS)[number]

export function usage(topic: Topic, reason: string): Usage {
  return { kind: 'usage', topic, reason }
}

const help = { type: 'boolean', short: 'h', default: false } as const

export interface Help {
  readonly kind: 'help'
  readonly topic: Topic
}

type Options = NonNullable<ParseArgsConfig['options']>
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; allowPositionals: true; options: O & { help: typeof help } }>
>

/**
 * Reads what follows a command with Node's own parser. Every command answers `--help`, and what
 * Node says of a wrong option is said of the command.
 */
export function readArgs<O extends Options, T>(
  topic: Topic,
  args: readonly string[],
  options: O,
  read: (parsed: Parsed<O>) => T | Usage,
): T | Usage | Help {
  try {
    const config = {
      args: [...args],
      allowPositionals: true,
      options: { ...options, help },
    } as const
    const parsed = parseArgs(config) as Parsed<O>
    if ((parsed.values as { readonly help?: boolean }).help) return { kind: 'help', topic }
    return read(parsed)
  } catch (error) {
    return usage(topic, reasonIn(error))
  }
}

/** The first sentence of what Node says of a wrong option. */
function reasonIn(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return (message.split(/\. |\n/)[0] ?? message).replace(/^./, (letter) => letter.toLowerCase())
}
