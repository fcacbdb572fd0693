import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { runCli } from './cli'

let folder = ''
let printed = ''
let complained: string[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-import-'))
  printed = ''
  complained = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

function galley(...args: readonly string[]): Promise<number> {
  return runCli(args, {
    currentFolder: folder,
    print: (text) => {
      printed += text
    },
    complain: (line) => complained.push(line),
  })
}

it('writes an article beside the file, and never over another', async () => {
  writeFileSync(join(folder, 'ferries.html'), '<h1>Ferries</h1><p>They sail.</p>')
  expect(await galley('import', 'ferries.html')).toBe(0)
  expect(readFileSync(join(folder, 'ferries.md'), 'utf8')).toBe(
    '---\ntitle: Ferries\n---\n\nThey sail.\n',
  )
  expect(await galley('import', 'ferries.html')).toBe(0)
  expect(readdirSync(folder).sort()).toEqual(['ferries-2.md', 'ferries.html', 'ferries.md'])
})

it('saves the pictures inside beside the article and says what it did', async () => {
  writeFileSync(
    join(folder, 'f.html'),
    `<p>One <a href="https://example.org/?utm_source=x">two</a></p><p><img alt="A ferry" src="data:image/png;base64,${PNG}"></p><script>x</script>`,
  )
  expect(await galley('import', 'f.html', '--out', 'out/', '--report')).toBe(0)
  expect(readdirSync(join(folder, 'out')).sort()).toEqual(['f-1.png', 'f.md'])
  expect(readFileSync(join(folder, 'out/f.md'), 'utf8')).toContain('![A ferry](f-1.png)')
  expect(complained.join('\n')).toMatch(/Left out: .*1 script/)
  expect(complained.join('\n')).toMatch(/Left out: .*1 tracking parameter/)
})

it('prints with --out -', async () => {
  writeFileSync(join(folder, 'talks.txt'), 'Only some words.')
  expect(await galley('import', 'talks.txt', '--out', '-')).toBe(0)
  expect(printed).toBe('---\ntitle: talks\n---\n\nOnly some words.\n')
  expect(readdirSync(folder)).toEqual(['talks.txt'])
})

it('makes an article of each post of an export', async () => {
  const posts = ['One', 'Two'].map((title) => ({
    title,
    slug: title.toLowerCase(),
    html: `<p>${title}.</p>`,
  }))
  writeFileSync(join(folder, 'ghost.json'), JSON.stringify({ db: [{ data: { posts } }] }))
  expect(await galley('import', 'ghost.json', '--out', 'posts/')).toBe(0)
  expect(readdirSync(join(folder, 'posts')).sort()).toEqual(['one.md', 'two.md'])
  expect(await galley('import', 'ghost.json', '--out', 'one.md')).toBe(1)
  expect(complained.at(-1)).toContain('must name a folder')
})

it('names the file and the reason when it cannot', async () => {
  writeFileSync(join(folder, 'a.pdf'), '%PDF')
  expect(await galley('import', 'a.pdf', 'none.txt')).toBe(1)
  expect(complained).toEqual([
    expect.stringMatching(/^a\.pdf: Galley imports Word documents/),
    'none.txt: there is no such file',
  ])
  expect(await galley('import')).toBe(2)
  expect(await galley('import', '--help')).toBe(0)
  expect(printed).toContain('galley import FILE')
})
