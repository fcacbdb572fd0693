import fc from 'fast-check'
import { expect, it } from 'vitest'
import { stringify } from 'yaml'
import { readMeta } from './meta'
import { readYaml, yamlExcess } from './yaml'

const times = (count: number, text: string) => text.repeat(count)

it.each([
  ['brackets', times(30_000, '['), 'nests more than 20 deep'],
  ['closed brackets', times(21, '[') + times(21, ']'), 'nests more than 20 deep'],
  ['maps', times(8_000, '{a: '), 'nests more than 20 deep'],
  ['lists on one line', `\n${times(8_000, '- ')}`, 'nests more than 20 deep'],
  ['keys on one line', `\n${times(8_000, '? ')}`, 'nests more than 20 deep'],
  ['keys', `\n${times(8_000, 'a:\n')}`, 'has more than 2,000 lines'],
])('front matter with too many %s is not parsed, and says so (C25)', (_, data, problem) => {
  const frontMatter = `---\ntitle: Talks\nx: ${data}\n---\n`
  expect(readMeta(frontMatter).problem).toBe(`The front matter ${problem}. It is kept as it is.`)
})

it('front matter that is read is data: no tag is obeyed and no alias followed (C25)', () => {
  const { document } = readYaml('a: !!js/function "x"\nb: &b [1]\nc: *b\n<<: *b\n')
  expect(document?.toJS({ maxAliasCount: -1 })).toMatchObject({ a: 'x', b: [1], '<<': [1] })
  expect(readMeta('---\ntitle: !!js/function "alert(1)"\n---\n').meta.title).toBe('alert(1)')
})

it('says where the first thing is wrong, however many are', () => {
  const { problem } = readYaml(`a: 1\nb: "${times(10_000, '\\x')}"`)
  expect(problem).toMatch(/^is not valid YAML \(Invalid escape sequence .* at line 2, column 5\)$/)
})

it('finds nothing too much in what people write', () => {
  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.integer(),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.string({ minLength: 1 }), tie('value'), { maxKeys: 4 }),
    ),
  })).value
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), value), (fields) => {
      expect(yamlExcess(stringify(fields))).toBeNull()
    }),
    { numRuns: 300 },
  )
})
