import fc from 'fast-check'
import { expect, it } from 'vitest'
import { namedFiles } from './namedFiles'

it('finds the articles among what a program was started with', () => {
  const args = ['--flag', 'talks.md', '-x.md', '/abs/a.markdown', 'notes.txt', '--open=evil.md']
  expect(namedFiles(args, '/home/ana')).toEqual(['/home/ana/talks.md', '/abs/a.markdown'])
})

it.each([
  ['app://galley/x.md'],
  ['https://evil.example/x.md'],
  ['file:///etc/x.md'],
  ['galley://open?file=x.md'],
  ['--inspect=9229/x.md'],
  ['--remote-debugging-port=1.md'],
  ['x.md\0.exe'],
  ['x\0.md'],
  ['/a/.hidden.md'],
  [''],
  [`${'a'.repeat(5000)}.md`],
  [7],
  [null],
  [{ toString: () => 'x.md' }],
])('takes %j for none', (arg) => {
  expect(namedFiles([arg], '/home/ana')).toEqual([])
})

it('yields nothing but paths of articles, whatever it is given (C32)', () => {
  const arg = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.anything(),
    fc.string().map((text) => `${text}.md`),
  )
  fc.assert(
    fc.property(fc.array(arg), (args) => {
      for (const path of namedFiles(args, '/home/ana')) {
        expect(path).toMatch(/^\/.*\.(md|markdown|mdown|mkd)$/is)
        expect(path).not.toContain('\0')
      }
    }),
    { numRuns: 5000 },
  )
})
