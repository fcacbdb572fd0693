import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../architecture/sources'

/** Faults of the file, whose rows begin a title, and threats, whose rows end one in brackets. */
const TABLES = [
  { sign: 'R', last: 64, title: /(['"`])(R\d[^\n]*?)\1/g },
  { sign: 'C', last: 42, title: /(['"`])([^'"`\n]*\(C\d+(?:, C\d+)*\))\1/g },
] as const

function testFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return testFiles(path)
    return /\.(?:test|spec)\.tsx?$/.test(entry.name) ? [path] : []
  })
}

const numbersIn = (text: string, sign: string): readonly number[] =>
  [...text.matchAll(/\b([RC])(\d+)\b/g)]
    .filter(([, found]) => found === sign)
    .map(([, , number]) => Number(number))

it.each(TABLES)(
  'has a test that bears the name of each row of $sign, or a line that says why there is none',
  ({ sign, last, title }) => {
    const titles = ['main', 'renderer', 'shared', 'tests']
      .flatMap(testFiles)
      .flatMap((path) => [...readFileSync(join(root, path), 'utf8').matchAll(title)])
      .map(([, , text = '']) => text)
    const tested = new Set(titles.flatMap((text) => numbersIn(text, sign)))
    const readme = readFileSync(join(root, 'tests/faults/README.md'), 'utf8')
    const left = new Set(numbersIn(readme.slice(readme.indexOf('Not staged here')), sign))
    const rows = Array.from({ length: last }, (_, index) => index + 1)
    expect(rows.filter((row) => !tested.has(row) && !left.has(row))).toEqual([])
  },
)
