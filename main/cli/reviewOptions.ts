import { type Help, readArgs, type Usage, usage } from './usage'

export type ReviewOptions =
  | { readonly kind: 'list'; readonly json: boolean }
  | {
      readonly kind: 'decide'
      readonly decision: 'accept' | 'reject'
      readonly ids: 'all' | readonly string[]
    }

export interface MergeOptions {
  readonly files: readonly [base: string, mine: string, theirs: string]
  readonly out?: string
  /** Handle in whose name unmarked changes are suggested. */
  readonly author?: string
}

export interface ReviewCommand {
  readonly kind: 'review'
  readonly files: readonly string[]
  readonly options: ReviewOptions
}

export interface MergeCommand {
  readonly kind: 'merge'
  readonly options: MergeOptions
}

const REVIEW = {
  list: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  accept: { type: 'boolean', default: false },
  reject: { type: 'boolean', default: false },
} as const

/** Reads what follows `galley review`. */
export function readReview(args: readonly string[]): ReviewCommand | Usage | Help {
  const wrong = (reason: string): Usage => usage('review', reason)
  return readArgs('review', args, REVIEW, ({ values, positionals }): ReviewCommand | Usage => {
    const { list, json, accept, reject } = values
    if ([list, accept, reject].filter(Boolean).length !== 1) {
      return wrong('one of --list, --accept and --reject is needed')
    }
    if (json && !list) return wrong('--json goes with --list')
    const [file, ...ids] = inOrder(args, positionals)
    if (file === undefined) return wrong('a file is needed')
    if (list) return { kind: 'review', files: [file, ...ids], options: { kind: 'list', json } }
    const decision = accept ? 'accept' : 'reject'
    if (ids.length === 0) return wrong(`--${decision} needs all or the ids that --list shows`)
    const bad = ids.find((id) => id !== 'all' && !/^[sh][1-9]\d*$/.test(id))
    if (bad !== undefined) return wrong(`--${decision} takes all or ids like s1, not “${bad}”`)
    if (ids.includes('all') && ids.length > 1) return wrong('all goes with no other id')
    const chosen = ids[0] === 'all' ? 'all' : ids
    return { kind: 'review', files: [file], options: { kind: 'decide', decision, ids: chosen } }
  })
}

/** The file first, also when it was named after the ids: `--accept s1 s2 FILE` has it last. */
function inOrder(args: readonly string[], positionals: readonly string[]): readonly string[] {
  const isFirst = args[0] === positionals[0]
  const last = positionals.at(-1)
  if (isFirst || positionals.length < 2 || last === undefined) return positionals
  const isId = (text: string): boolean => text === 'all' || /^[sh][1-9]\d*$/.test(text)
  if (positionals.slice(0, -1).every(isId) && !isId(last))
    return [last, ...positionals.slice(0, -1)]
  return positionals
}

/** Reads what follows `galley merge`. */
export function readMerge(args: readonly string[]): MergeCommand | Usage | Help {
  const options = { out: { type: 'string', short: 'o' }, as: { type: 'string' } } as const
  return readArgs('merge', args, options, ({ values, positionals }): MergeCommand | Usage => {
    const [base, mine, theirs, ...rest] = positionals
    if (base === undefined || mine === undefined || theirs === undefined || rest.length > 0) {
      return usage('merge', 'three files are needed: what was sent, the writer’s, what came back')
    }
    if (values.out === '') return usage('merge', '--out needs a path')
    const author = values.as?.replace(/^@/, '')
    if (author !== undefined && !/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(author)) {
      return usage('merge', `--as takes a handle like ana, not “${values.as}”`)
    }
    return {
      kind: 'merge',
      options: {
        files: [base, mine, theirs],
        out: values.out,
        author,
      },
    }
  })
}
