import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { check } from 'recheck'
import { ACCEPTED } from './accepted'
import type { RegexLiteral } from './literals'

/** In milliseconds, for one expression. */
const LONGEST_JUDGEMENT = 10_000

/** The expressions that were found to be linear, one in a line. */
const RECORD = join(dirname(fileURLToPath(import.meta.url)), 'linear.txt')

export function recorded(): ReadonlySet<string> {
  return new Set(readFileSync(RECORD, 'utf8').split('\n').filter(Boolean))
}

export function record(written: Iterable<string>): void {
  writeFileSync(RECORD, `${[...new Set(written)].sort().join('\n')}\n`)
}

/** What is wrong with those of `literals` that are neither accepted nor known to be linear. */
export async function judge(
  literals: readonly RegexLiteral[],
  known: ReadonlySet<string>,
): Promise<readonly string[]> {
  const accepted = new Set(ACCEPTED.map(({ written }) => written))
  const complaints: string[] = []
  const seen = new Set<string>()
  for (const { written, pattern, flags, path } of literals) {
    if (known.has(written) || accepted.has(written) || seen.has(written)) continue
    seen.add(written)
    const judged = await check(pattern, flags, { timeout: LONGEST_JUDGEMENT })
    if (judged.status === 'safe') continue
    const finding = judged.status === 'vulnerable' ? judged.complexity.summary : 'beyond judging'
    complaints.push(`${path}: ${written} is ${finding}`)
  }
  return complaints
}
