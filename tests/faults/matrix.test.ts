import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../architecture/sources'

const LAST_ROW = 64

/** A title, as of a test, that begins with the rows it is about. */
const TITLE = /(['"`])(R\d[^\n]*?)\1/g

function testFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return testFiles(path)
    return /\.(?:test|spec)\.tsx?$/.test(entry.name) ? [path] : []
  })
}

const numbersIn = (text: string): readonly number[] =>
  [...text.matchAll(/\bR(\d+)\b/g)].map(([, number]) => Number(number))

it('has a test that bears the name of each row, or a line that says why there is none', () => {
  const titles = ['main', 'renderer', 'shared', 'tests']
    .flatMap(testFiles)
    .flatMap((path) => [...readFileSync(join(root, path), 'utf8').matchAll(TITLE)])
    .map(([, , title = '']) => title)
  const tested = new Set(titles.flatMap(numbersIn))
  const readme = readFileSync(join(root, 'tests/faults/README.md'), 'utf8')
  const left = new Set(numbersIn(readme.slice(readme.indexOf('Not staged here'))))
  const rows = Array.from({ length: LAST_ROW }, (_, index) => index + 1)
  expect(rows.filter((row) => !tested.has(row) && !left.has(row))).toEqual([])
})
