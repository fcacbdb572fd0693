import { type Document, type ParsedNode, parseDocument } from 'yaml'

declare global {
  interface ErrorConstructor {
    /** How far V8 traces each error back. */
    stackTraceLimit: number
  }
}

const MAX_LINES = 2_000
const MAX_DEPTH = 20

/**
 * What is too much of some YAML for a parser that is given a file by a stranger, as the end of a
 * sentence, or `null`. Found without parsing: a few kilobytes of brackets, keys or wrong escapes
 * keep one busy for seconds, for each article of a folder.
 */
export function yamlExcess(data: string): string | null {
  let lines = 1
  let depth = 0
  /** Lists and keys that begin inside each other on one line: `- - ? a`. */
  let begun = 0
  for (let index = 0; index < data.length; index++) {
    const sign = data[index]
    const next = data[index + 1] ?? ''
    if (sign === '[' || sign === '{') depth++
    else if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1)
    else if (sign === '\n') {
      if (++lines > MAX_LINES) return `has more than ${MAX_LINES.toLocaleString('en')} lines`
      // What is under a key is indented; a key at the start of a line ends all brackets.
      if (/[\w"']/.test(next)) depth = 0
    }
    if ((sign === '-' || sign === '?' || sign === ':') && /\s/.test(next)) begun++
    else if (sign !== ' ') begun = 0
    if (depth > MAX_DEPTH || begun > MAX_DEPTH) return `nests more than ${MAX_DEPTH} deep`
  }
  return null
}

/** A parser makes an error of each of thousands of wrong signs; noting where in its code is what takes long. */
function withoutStacks<T>(run: () => T): T {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return run()
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

/** YAML as a tree that knows its places, or what is too much of it. */
export type ReadYaml =
  | { readonly document: Document.Parsed<ParsedNode>; readonly problem: null }
  | { readonly document: Document.Parsed<ParsedNode> | null; readonly problem: string }

/**
 * Parses YAML that may be anybody's, for reading (`source` keeps what an edit needs). The problem is
 * the first there is, with its place, as the end of a sentence.
 */
export function readYaml(data: string, { source = false } = {}): ReadYaml {
  const excess = yamlExcess(data)
  if (excess !== null) return { document: null, problem: excess }
  const document = withoutStacks(() =>
    parseDocument(data, {
      uniqueKeys: false,
      logLevel: 'silent',
      prettyErrors: false,
      keepSourceTokens: source,
    }),
  )
  const [error] = document.errors
  if (error === undefined) return { document, problem: null }
  const before = data.slice(0, error.pos[0]).split(/\r\n|\r|\n/)
  const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
  const message = error.message.split('\n', 1)[0]?.slice(0, 120) ?? ''
  return { document, problem: `is not valid YAML (${message} at ${place})` }
}
