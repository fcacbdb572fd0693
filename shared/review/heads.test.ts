import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cleanText,
  decideFile,
  type HeadSuggestion,
  headSuggestionsIn,
  headsOf,
  listFile,
  mergeReturned,
  parseReview,
  publishedText,
  serialiseReview,
  suggestHead,
  withHeadSuggestions,
  withReviewer,
} from '.'

const AT = '2026-11-24T10:02Z'
const FRONT = '---\ntitle: "Talks" # working\nstandfirst: Five hours\n---\n'
const FILE = `${FRONT}\nText.\n`

const by = (author: string, text: string, field: 'title' | 'standfirst' = 'title') =>
  ({ field, text, author, time: AT }) satisfies HeadSuggestion

function suggested(...made: readonly HeadSuggestion[]): string {
  return made.reduce(
    (file, each) =>
      file.replace(/^---[\s\S]*?---\n/, (front) =>
        withHeadSuggestions(front, suggestHead(headSuggestionsIn(front), 'Talks', each)),
      ),
    FILE,
  )
}

const decided = (file: string, decisions: Readonly<Record<string, 'accept' | 'reject'>>) =>
  serialiseReview(decideFile(parseReview(file), ({ id }) => decisions[id] ?? 'keep'))

describe('suggestions for headline and standfirst', () => {
  it('stand in a key of their own beside the original', () => {
    expect(suggested(by('ana', 'Peace: a day'))).toBe(
      '---\ntitle: "Talks" # working\nstandfirst: Five hours\nsuggestions:\n  - for: title\n' +
        `    text: "Peace: a day"\n    by: ana\n    at: ${AT}\n---\n\nText.\n`,
    )
  })

  it('carry what is said about them, as the text does', () => {
    const said = ['@ben 2026-11-24T10:05Z Too long: cut?', '@ana 2026-11-24T10:06Z [resolved]']
    const file = suggested({ ...by('ana', 'Peace'), comments: said })
    expect(file).toContain(`    at: ${AT}\n    comments: "{>>${said.join('<<}{>>')}<<}"\n---\n`)
    const [suggestion] = listFile(parseReview(file)).suggestions
    expect(suggestion?.replies.map(({ author, text }) => [author, text])).toEqual([
      ['ben', 'Too long: cut?'],
    ])
    expect(suggestion?.isResolved).toBe(true)
    expect(cleanText(file, 'original')).toBe(FILE)
    expect(publishedText(file, 'accepted')).not.toContain('Too long')
  })

  it('lose nothing that was said when a copy comes back', () => {
    const file = (...comments: readonly string[]) => suggested({ ...by('ana', 'Peace'), comments })
    const merged = mergeReturned({
      base: FILE,
      mine: file('@ben 2026-11-24T10:05Z Mine.'),
      theirs: file('@ana 2026-11-24T10:07Z Theirs.'),
      author: 'ana',
      time: AT,
    })
    const { suggestions } = listFile(parseReview(merged))
    expect(suggestions.map(({ replies }) => replies.map(({ text }) => text))).toEqual([
      ['Mine.', 'Theirs.'],
    ])
  })

  it('give the original byte for byte when rejected, and the new words when accepted', () => {
    const file = suggested(by('ana', 'Peace'), by('ana', '', 'standfirst'))
    expect(cleanText(file, 'original')).toBe(FILE)
    expect(cleanText(file, 'accepted')).toBe(
      '---\ntitle: "Peace" # working\nstandfirst: ""\n---\n\nText.\n',
    )
  })

  it('are listed before those in the text, each against what the one before it says', () => {
    const file = suggested(by('ana', 'Peace'), by('ben', 'Peace at last'))
    const { suggestions } = listFile(parseReview(file.replace('Text.', 'Text{++s++}.')))
    expect(
      suggestions.map(({ id, head, deleted, inserted }) => [id, head, deleted, inserted]),
    ).toEqual([
      ['h1', 'title', 'Talks', 'Peace'],
      ['h2', 'title', 'Peace', 'Peace at last'],
      ['s1', undefined, '', 's'],
    ])
  })

  it('are one while one person goes on typing, and none when the old words are back', () => {
    const twice = suggested(by('ana', 'Peac'), by('ana', 'Peace'))
    expect(headSuggestionsIn(twice)).toHaveLength(1)
    expect(suggested(by('ana', 'Peac'), by('ana', 'Talks'))).toBe(FILE)
  })

  it('leave a key of the same name alone that another program wrote', () => {
    const other = '---\ntitle: Talks\nsuggestions:\n  - a better lead\n---\n\nText.\n'
    expect(cleanText(other, 'accepted')).toBe(other)
    expect(cleanText(other, 'original')).toBe(other)
  })

  it('can be decided in any order', () => {
    const wording = fc.record({
      field: fc.constantFrom('title' as const, 'standfirst' as const),
      text: fc.constantFrom('Peace', 'War: "now"', '', '- yes', '# no', '12', 'a\\b'),
      author: fc.constantFrom('ana', 'ben'),
      time: fc.constant(AT),
    })
    fc.assert(
      fc.property(
        fc.array(wording, { maxLength: 5 }),
        fc.constantFrom('accept' as const, 'reject' as const),
        fc.constantFrom('accept' as const, 'reject' as const),
        (made, one, other) => {
          const file = suggested(...made)
          expect(cleanText(file, 'original')).toBe(FILE)
          const decide = (text: string, author: string, decision: 'accept' | 'reject') =>
            serialiseReview(
              decideFile(parseReview(text), (each) => (each.author === author ? decision : 'keep')),
            )
          expect(headsOf(decide(decide(file, 'ana', one), 'ben', other))).toEqual(
            headsOf(decide(decide(file, 'ben', other), 'ana', one)),
          )
        },
      ),
      { numRuns: 200 },
    )
  })

  it('leave no trace in what is published, and neither do the people', () => {
    const file = withReviewer(suggested(by('ana', 'Peace')).split('\nText')[0] ?? '', {
      handle: 'ana',
      name: 'Ana Ruiz',
      colour: '',
    })
    expect(publishedText(`${file}\nText.\n`, 'original')).toBe(FILE)
    const bare = withReviewer('', { handle: 'ana', name: '', colour: '' })
    expect(publishedText(`${bare}Text.\n`, 'accepted')).toBe('Text.\n')
  })

  it('name nobody in front matter whose lines YAML does not know', () => {
    const old = '---\rtitle: Talks # c\r---\r'
    expect(withReviewer(old, { handle: 'ana', name: '', colour: '' })).toBe(old)
  })

  it('come home with a returned draft, also where they were changed without a mark', () => {
    const mine = FILE.replace('Five hours', 'Six hours')
    const theirs = suggested(by('ana', 'Peace')).replace('Five hours', 'Seven hours')
    const merged = mergeReturned({ base: FILE, mine, theirs, author: 'ana', time: AT })
    expect(cleanText(merged, 'original')).toBe(mine)
    expect(
      listFile(parseReview(merged)).suggestions.map(({ head, inserted }) => [head, inserted]),
    ).toEqual([
      ['standfirst', 'Seven hours'],
      ['title', 'Peace'],
    ])
    expect(decided(merged, { h1: 'accept', h2: 'reject' })).toBe(
      FILE.replace('Five hours', 'Seven hours'),
    )
  })
})

describe('threads on headline and standfirst', () => {
  const thread = (...said: readonly string[]) =>
    FILE.replace(
      '---\n\n',
      `threads:\n  - for: title\n    comments: "${said.map((each) => `{>>${each}<<}`).join('')}"\n---\n\n`,
    )
  const ASKED = `@ana ${AT} Which talks?`

  it('are listed before those in the text, with who said what', () => {
    const file = thread(ASKED, `@ben ${AT} Geneva.`, `@ben ${AT} [resolved]`)
    const { threads } = listFile(parseReview(file.replace('Text.', '{==Text==}{>>Hm.<<}.')))
    expect(
      threads.map(({ id, head, quote, isResolved, comments }) => [
        id,
        head,
        quote,
        isResolved,
        comments.map(({ author, text }) => `${author}: ${text}`),
      ]),
    ).toEqual([
      ['hc1', 'title', 'Talks', true, ['ana: Which talks?', 'ben: Geneva.']],
      ['c1', undefined, 'Text', false, ['null: Hm.']],
    ])
  })

  it('leave no trace in either reading, nor in what is published', () => {
    const file = thread(ASKED)
    expect(cleanText(file, 'original')).toBe(FILE)
    expect(cleanText(file, 'accepted')).toBe(FILE)
    expect(publishedText(file, 'accepted')).toBe(FILE)
  })

  it('leave a key of the same name alone that another program wrote', () => {
    for (const value of ['4', '[a, b]', '[{for: title}]', '[{for: body, comments: "{>>x<<}"}]']) {
      const other = `---\ntitle: Talks\nthreads: ${value}\n---\n\nText.\n`
      expect(cleanText(other, 'accepted')).toBe(other)
      expect(listFile(parseReview(other)).threads).toEqual([])
    }
  })

  it('lose nothing that was said when a copy comes back', () => {
    const merged = mergeReturned({
      base: FILE,
      mine: thread(ASKED, `@ben ${AT} Mine.`).replace('for: title', 'for: standfirst'),
      theirs: thread(ASKED, `@ana ${AT} Theirs.`),
      author: 'ana',
      time: AT,
    })
    const again = mergeReturned({
      base: FILE,
      mine: merged,
      theirs: thread(ASKED, `@ana ${AT} More.`),
      author: 'ana',
      time: AT,
    })
    expect(
      listFile(parseReview(again)).threads.map(({ head, comments }) => [
        head,
        comments.map(({ text }) => text),
      ]),
    ).toEqual([
      ['standfirst', ['Which talks?', 'Mine.']],
      ['title', ['Which talks?', 'Theirs.', 'More.']],
    ])
    expect(cleanText(again, 'original')).toBe(FILE)
  })
})
