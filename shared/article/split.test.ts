import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isMap, parseDocument } from 'yaml'
import { splitArticle } from './split'

it('parts and joins any text without changing it', () => {
  const line = fc.oneof(
    fc.constantFrom('---', '+++', '...', '{', '}', 'title: A', '"a": 1', ''),
    fc.string(),
  )
  const text = fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')), { maxLength: 12 })
    .map((lines) => lines.map(([content, end]) => content + end).join(''))
  fc.assert(
    fc.property(text, (value) => {
      const { frontMatter, body } = splitArticle(value)
      expect(frontMatter + body).toBe(value)
    }),
    { numRuns: 1000 },
  )
})

it.each([
  ['YAML', '---\ntitle: Talks\n---\n\nBody', 'yaml', 'title: Talks\n'],
  ['YAML closed by dots', '---\ntitle: Talks\n...\nBody', 'yaml', 'title: Talks\n'],
  ['YAML with Windows line ends', '---\r\ntitle: Talks\r\n---\r\nBody', 'yaml', 'title: Talks\r\n'],
  ['empty YAML', '---\n---\nBody', 'yaml', ''],
  ['malformed YAML', '---\ntitle: "Talks\n---\nBody', 'yaml', 'title: "Talks\n'],
  ['TOML', '+++\ntitle = "Talks"\n+++\nBody', 'toml', 'title = "Talks"\n'],
  [
    'JSON',
    '{\n  "title": "Talks",\n  "x": {"y": 1}\n}\n\nBody',
    'json',
    '{\n  "title": "Talks",\n  "x": {"y": 1}\n}',
  ],
])('finds %s front matter', (_, text, format, data) => {
  expect(splitArticle(text)).toMatchObject({ format, data })
})

it.each([
  ['prose between two dividers', '---\n\nThe talks lasted five hours.\n\n---\n\nMore'],
  ['a divider that nothing closes', '---\n\ntitle: not front matter'],
  ['a divider further down', 'Lead\n\n---\ntitle: x\n---\n'],
  ['a brace in prose', '{ not json } and more'],
])('leaves %s in the body', (_, text) => {
  expect(splitArticle(text)).toMatchObject({ format: 'none', body: text })
})

it('takes what begins with a key for front matter without parsing it, as parsing would', () => {
  const key = fc.constantFrom('title: A', 'a:', 'Ab-c_d: "x', 'date: 2026-11-24', 'a: [1', 'a: {')
  const line = fc.oneof(
    fc.constantFrom(
      '',
      'b: 1',
      '- x',
      '  - x',
      'words',
      '  words',
      '"b": 2',
      ']',
      '}',
      '# c',
      '&a *a',
      '? x',
      '%x',
    ),
    fc.string().map((text) => text.replace(/[\r\n]/g, '')),
  )
  const data = fc
    .tuple(key, fc.array(line, { maxLength: 5 }))
    .map((lines) => lines.flat().join('\n'))
  fc.assert(
    fc.property(data, (text) => {
      fc.pre(!/^(?:---|\.\.\.)\s*$/m.test(text))
      const { contents, errors } = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' })
      expect(isMap(contents) || errors.length > 0).toBe(true)
      expect(splitArticle(`---\n${text}\n---\n`).format).toBe('yaml')
    }),
  )
})

it('finds the end of JSON wherever it is, in one walk', () => {
  const value = fc.jsonValue({ maxDepth: 3 })
  const object = fc.dictionary(fc.string(), value, { minKeys: 1 })
  fc.assert(
    fc.property(object, fc.boolean(), (fields, isWide) => {
      const data = JSON.stringify(fields, null, isWide ? 2 : 0)
      expect(splitArticle(`${data}\n\nBody {"x": 1}\n`)).toMatchObject({ format: 'json', data })
    }),
    { numRuns: 500 },
  )
})
