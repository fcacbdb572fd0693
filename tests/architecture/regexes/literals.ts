import { parseAst, transformWithEsbuild } from 'vite'
import { isTest, readSources } from '../sources'

/** A regular expression as the code writes it: `/pattern/flags`. */
export interface RegexLiteral {
  readonly written: string
  readonly pattern: string
  readonly flags: string
  /** The file it is in, from the root. */
  readonly path: string
}

/** Every regular expression that the running code writes, once for each file that has it. */
export async function regexLiterals(): Promise<readonly RegexLiteral[]> {
  const running = readSources(['shared', 'main', 'renderer']).filter(
    ({ path }) => /\.tsx?$/.test(path) && !isTest(path),
  )
  const found = await Promise.all(
    running.map(async ({ path, text }) => {
      const loader = path.endsWith('x') ? 'tsx' : 'ts'
      const { code } = await transformWithEsbuild(text, path, { loader, sourcemap: false })
      return literalsIn(parseAst(code)).map((literal) => ({ ...literal, path }))
    }),
  )
  return found.flat()
}

function literalsIn(tree: unknown): readonly Omit<RegexLiteral, 'path'>[] {
  if (Array.isArray(tree)) return tree.flatMap(literalsIn)
  if (typeof tree !== 'object' || tree === null) return []
  if ('regex' in tree) {
    const { pattern, flags } = tree.regex as { pattern: string; flags: string }
    return [{ written: `/${pattern}/${flags}`, pattern, flags }]
  }
  return Object.values(tree).flatMap(literalsIn)
}
