import { describe, expect, it } from 'vitest'
import {
  cleanText,
  composeEdit,
  decide,
  listReview,
  parseNodes,
  readNodes,
  serialiseNodes,
} from '.'

const AT = '2026-11-24T10:02Z'

/** `by` turns the accepted text of `file` into `now`, suggesting. */
function suggest(file: string, now: string, by = 'ben'): string {
  const mode = { kind: 'suggesting', author: by, timeAt: () => AT } as const
  return serialiseNodes(composeEdit(parseNodes(file), now, mode))
}

/** Attributions left out, to be read more easily. */
const bare = (text: string) => text.replace(/\{>>@\w+ [^<]*<<\}/g, '')

function expectBoth(file: string, original: string, accepted: string) {
  expect(cleanText(file, 'original')).toBe(original)
  expect(cleanText(file, 'accepted')).toBe(accepted)
}

describe('Backspace at the start of a block suggests a join', () => {
  it.each([
    ['a paragraph', 'One.\n\nTwo.\n', 'One.Two.\n'],
    ['a heading', 'One.\n\n## Two\n', 'One.\n\nTwo\n'],
    ['a list item', '- one\n- two\n', '- onetwo\n'],
    ['a quotation', 'One.\n\n> Two.\n', 'One.\n\nTwo.\n'],
  ])('of %s', (_, original, accepted) => {
    const file = suggest(original, accepted)
    expectBoth(file, original, accepted)
    expect(listReview(parseNodes(file)).suggestions).toHaveLength(1)
  })

  it('writes the paragraph’s end as a pilcrow before it', () => {
    expect(bare(suggest('One.\n\nTwo.\n', 'One.Two.\n'))).toBe('One.{--¶--}\n\nTwo.\n')
  })
})

describe('Enter suggests a split', () => {
  it.each([
    ['a paragraph', 'One two.\n', 'One\n\ntwo.\n'],
    ['a heading', '## One two\n', '## One\n\n## two\n'],
    ['a list item', '- one two\n', '- one\n- two\n'],
    ['a quotation', '> One two.\n', '> One\n>\n> two.\n'],
  ])('of %s', (_, original, accepted) => {
    expectBoth(suggest(original, accepted), original, accepted)
  })

  it('inside another’s deletion', () => {
    const file = 'One {--two three--}{>>@ana 2026-11-24T09:00Z<<} four.\n'
    const split = suggest(file, 'One\n\nfour.\n')
    expectBoth(split, 'One two three four.\n', 'One\n\nfour.\n')
    expect(listReview(parseNodes(split)).suggestions.map(({ author }) => author)).toContain('ana')
  })
})

describe('deleting', () => {
  it.each([
    ['across blocks of different kinds', '# One\n\nTwo.\n\n> Three.\n', '# O\n\n> ree.\n'],
    ['across list levels', '- one\n  - two\n    - three\n- four\n', '- one\n- four\n'],
    [
      'a whole table row',
      '| a | b |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |\n',
      '| a | b |\n| - | - |\n| 3 | 4 |\n',
    ],
    ['a figure', 'One.\n\n![A ship](ship.jpg "At sea")\n\nTwo.\n', 'One.\n\nTwo.\n'],
    ['a fenced block', 'One.\n\n```js\nlet a\n\nlet b\n```\n\nTwo.\n', 'One.\n\nTwo.\n'],
    ['all of a list item', '- one\n- two\n', '- one\n-\n'],
    ['all of a quotation', '> One.\n\nTwo.\n', '>\n\nTwo.\n'],
    ['all of the article', 'One.\n\nTwo.\n', ''],
  ])('%s', (_, original, accepted) => {
    const file = suggest(original, accepted)
    expectBoth(file, original, accepted)
  })

  it('part of another’s insertion nests a deletion in it', () => {
    const file = 'The {++new words++}{>>@ana 2026-11-24T09:00Z<<} last.\n'
    const deleted = suggest(file, 'The new  last.\n')
    expect(bare(deleted)).toBe('The {++new {--words--}++} last.\n')
    expectBoth(deleted, 'The  last.\n', 'The new  last.\n')
  })

  it('one’s own suggested insertion removes it', () => {
    const file = suggest('The last.\n', 'The very last.\n')
    expect(suggest(file, 'The last.\n')).toBe('The last.\n')
  })

  it('next to one’s own deletion is one suggestion with it', () => {
    const first = suggest('One two three four.\n', 'One three four.\n')
    const second = suggest(first, 'One four.\n')
    expect(listReview(parseNodes(second)).suggestions).toHaveLength(1)
    expectBoth(second, 'One two three four.\n', 'One four.\n')
  })
})

describe('typing', () => {
  it('inside another’s insertion nests one’s own in it', () => {
    const file = '{++new words++}{>>@ana 2026-11-24T09:00Z<<}\n'
    expect(suggest(file, 'new really words\n')).toBe(
      `{++new {++really ++}{>>@ben ${AT}<<}words++}{>>@ana 2026-11-24T09:00Z<<}\n`,
    )
  })

  it('beside one’s own insertion extends it', () => {
    const first = suggest('The talks.\n', 'The long talks.\n')
    const second = suggest(first, 'The long, long talks.\n')
    expect(listReview(parseNodes(second)).suggestions).toHaveLength(1)
    expect(bare(second)).toBe('The {++long, long ++}talks.\n')
  })

  it('over a selection that is half one’s own insertion and half original', () => {
    const file = suggest('The talks lasted.\n', 'The very long talks lasted.\n')
    const typed = suggest(file, 'The x lasted.\n')
    expectBoth(typed, 'The talks lasted.\n', 'The x lasted.\n')
    expect(cleanText(typed, 'original')).not.toContain('very')
  })

  it('over a word replaces it', () => {
    expect(bare(suggest('The talks ran on.\n', 'The talks lasted on.\n'))).toBe(
      'The talks {~~ran~>lasted~~} on.\n',
    )
  })

  it('with an input method or autocorrect replaces what it replaced', () => {
    expectBoth(suggest('我说hua.\n', '我说话.\n'), '我说hua.\n', '我说话.\n')
    expectBoth(suggest('Teh end.\n', 'The end.\n'), 'Teh end.\n', 'The end.\n')
  })

  it('never parts an emoji', () => {
    expect(bare(suggest('So 😀.\n', 'So 😁.\n'))).toBe('So {~~😀~>😁~~}.\n')
  })
})

describe('formats, links and blocks', () => {
  it.each([
    ['bold on a range', 'The long talks.\n', 'The **long talks**.\n'],
    ['half of an emphasis', '**bold words** end\n', '**bold** words end\n'],
    ['a link’s text', '[one](http://a.example) two\n', '[another](http://a.example) two\n'],
    ['a link’s address', '[one](http://a.example) two\n', '[one](http://b.example) two\n'],
    ['the kind of a block', 'One.\n\nTwo.\n', '## One.\n\nTwo.\n'],
    ['a list’s kind', '- one\n- two\n', '1. one\n2. two\n'],
    ['a moved block', 'One.\n\nTwo.\n\nThree.\n', 'Three.\n\nOne.\n\nTwo.\n'],
    ['an inserted figure', 'One.\n', 'One.\n\n![A ship](ship.jpg)\n'],
    ['an inserted table row', '| a |\n| - |\n| 1 |\n', '| a |\n| - |\n| 1 |\n| 2 |\n'],
    ['inline code', 'Run `npm test` now.\n', 'Run `npm start` now.\n'],
    ['a fenced block', '```\none\n```\n', '```\ntwo\n```\n'],
    ['a fence around a paragraph', 'One.\n\nTwo.\n', '```\nOne.\n```\n\nTwo.\n'],
    ['a footnote', 'One[^1].\n\n[^1]: Note.\n', 'One.\n'],
    ['struck words', 'One ~~two~~ three.\n', 'One ~~two three~~.\n'],
    ['equals signs', 'a ==b== c\n', 'a ==bb== c\n'],
    ['two dashes', 'a -- b\n', 'a --- b\n'],
    ['a pipe in a table', '| a\\|b |\n| - |\n', '| a\\|c |\n| - |\n'],
    ['Windows’ line ends', 'One.\r\n\r\nTwo.\r\n', 'One.\r\n\r\nNew.\r\n\r\nTwo.\r\n'],
  ])('%s', (_, original, accepted) => {
    expectBoth(suggest(original, accepted), original, accepted)
  })

  it('bold on a range that already holds suggestions keeps them', () => {
    const file = 'A {++new ++}{>>@ana 2026-11-24T09:00Z<<}word here.\n'
    const bold = suggest(file, 'A **new word** here.\n')
    expectBoth(bold, 'A word here.\n', 'A **new word** here.\n')
    const { suggestions } = listReview(parseNodes(bold))
    expect(
      suggestions.some(({ author, inserted }) => author === 'ana' && inserted === 'new '),
    ).toBe(true)
  })

  it('a block moved up past a suggested one leaves the other suggestion alone', () => {
    const ana = '{>>@ana 2026-11-24T09:00Z<<}'
    const file = `One.\n\n{++Ana’s.++}${ana}{++¶++}${ana}\n\nTwo is here.\n\nThree.\n`
    const moved = suggest(file, 'One.\n\nTwo is here.\n\nAna’s.\n\nThree.\n')
    expectBoth(
      moved,
      'One.\n\nTwo is here.\n\nThree.\n',
      'One.\n\nTwo is here.\n\nAna’s.\n\nThree.\n',
    )
    expect(bare(moved)).toBe(
      'One.\n\n{++Two is here.++}{++¶++}\n\n{++Ana’s.++}{++¶++}\n\n{--Two is here.--}{--¶--}\n\nThree.\n',
    )
  })

  it.each([
    [
      'up to the start',
      'Three.\n\nOne.\n\nTwo.\n',
      '{++Three.++}{++¶++}\n\nOne.\n\nTwo.{--¶--}\n\n{--Three.--}\n',
    ],
    [
      'down to the end',
      'Two.\n\nThree.\n\nOne.\n',
      '{--One.--}{--¶--}\n\nTwo.\n\nThree.{++¶++}\n\n{++One.++}\n',
    ],
  ])('a block moved %s goes and comes as a whole', (_, now, file) => {
    expect(bare(suggest('One.\n\nTwo.\n\nThree.\n', now))).toBe(file)
  })

  it('a list item moved among others goes and comes as a whole', () => {
    expect(bare(suggest('- one\n- two words\n- three\n', '- two words\n- one\n- three\n'))).toBe(
      '{--- one\n--}- two words\n{++- one\n++}- three\n',
    )
  })

  it('a paste of several blocks in the middle of a word', () => {
    const pasted = suggest(
      'The talks lasted.\n',
      'The taOne.\n\n- two\n- three\n\nFourlks lasted.\n',
    )
    expectBoth(pasted, 'The talks lasted.\n', 'The taOne.\n\n- two\n- three\n\nFourlks lasted.\n')
    expect(listReview(parseNodes(pasted)).suggestions).toHaveLength(1)
  })
})

describe('deciding nested suggestions', () => {
  const nested =
    'The {++new {--old --}{>>@ben 2026-11-24T09:01Z<<}words++}{>>@ana 2026-11-24T09:00Z<<} last.'
  const by = (name: string, decision: 'accept' | 'reject', text: string) =>
    serialiseNodes(decide(parseNodes(text), ({ author }) => (author === name ? decision : 'keep')))

  it('accepts an insertion with a pending deletion inside, and the other way about', () => {
    expect(by('ben', 'accept', by('ana', 'accept', nested))).toBe('The new words last.')
    expect(by('ana', 'accept', by('ben', 'accept', nested))).toBe('The new words last.')
  })

  it('rejects the inner one and keeps the outer one pending', () => {
    expect(bare(by('ben', 'reject', nested))).toBe('The {++new old words++} last.')
  })
})

describe('words that look like marks', () => {
  it.each(['{', '{++', 'a {-- b', '¶', '++}', '{~~a~>b~~}', '{>>x<<}'])(
    'are suggested as the words %s, and taken away as such',
    (words) => {
      expectBoth(suggest('One two.\n', `One ${words} two.\n`), 'One two.\n', `One ${words} two.\n`)
    },
  )
})

describe('accepting a backslash before someone’s change', () => {
  it('keeps both', () => {
    const file =
      'a{++\\++}{>>@ana 2026-11-24T09:00Z<<}{++b++}{>>@ben 2026-11-24T09:01Z<<}{--c--}{>>@ben 2026-11-24T09:02Z<<}'
    const decided = serialiseNodes(
      decide(parseNodes(file), ({ author }) => (author === 'ana' ? 'accept' : 'keep')),
    )
    expectBoth(decided, 'a\\c', 'a\\b')
  })
})

describe('accepting what makes code of the text around someone’s change', () => {
  it('keeps what was said of it beside it', () => {
    const first = suggest('    last\n', '    one\n\n    two\n\n    last\n', 'ana')
    const second = suggest(first, '    one\n\n    two more\n\n    last\n').replace(
      `{>>@ben ${AT}<<}`,
      `{>>@ben ${AT}<<}{>>@ana ${AT} Why?<<}`,
    )
    const accepted = decide(parseNodes(second), ({ author }) =>
      author === 'ana' ? 'accept' : 'keep',
    )
    const { suggestions } = listReview(parseNodes(serialiseNodes(accepted)))
    expect(suggestions.map(({ replies }) => replies.map(({ text }) => text))).toEqual([['Why?']])
  })

  it('keeps that change as one of the code', () => {
    const first = suggest('    last\n', '    one\n\n    two\n\n    last\n', 'ana')
    const second = suggest(first, '    one\n\n    two more\n\n    last\n')
    const accepted = serialiseNodes(
      decide(parseNodes(second), ({ author }) => (author === 'ana' ? 'accept' : 'keep')),
    )
    expectBoth(
      accepted,
      '    one\n\n    two\n\n    last\n',
      '    one\n\n    two more\n\n    last\n',
    )
    expect(listReview(parseNodes(accepted)).suggestions.map(({ author }) => author)).toEqual([
      'ben',
    ])
  })
})

describe('accepting what makes code of the text around several people’s changes', () => {
  const first = suggest('    last\n', '    one\n\n    two\n\n    last\n', 'ana')
  const second = suggest(first, '    one\n\n    two more\n\n    last\n')
  const third = suggest(second, '    one and\n\n    two more\n\n    last\n', 'cy')
  const by = (name: string, decision: 'accept' | 'reject') => (text: string) =>
    serialiseNodes(decide(parseNodes(text), (each) => (each.author === name ? decision : 'keep')))

  it('is refused, and says whose have to be decided first', () => {
    expect(() => by('ana', 'accept')(third)).toThrow(
      'That would make code of the text in which @cy and @ben suggest something. Decide that first, or all of it together.',
    )
  })

  it('goes once those are decided, and when all is decided at once', () => {
    const rest = by('ben', 'accept')(by('cy', 'reject')(third))
    expect(by('ana', 'accept')(rest)).toBe('    one\n\n    two more\n\n    last\n')
    const all = decide(parseNodes(third), () => 'accept')
    expect(serialiseNodes(all)).toBe('    one and\n\n    two more\n\n    last\n')
  })
})

describe('markup of others', () => {
  it.each([
    'unclosed {++ markup',
    'a closing ++} alone',
    '{~~no arrow~~}',
    '{++++}',
    '`{++code++}`',
    '```\n{--code--}\n```\n',
    '\\{++escaped++}',
    '---\ntitle: "{++Not++}"\n---\n\nText.\n',
  ])('stays text: %j', (text) => {
    expectBoth(text, text, text)
  })

  it('reads what another program wrote without attribution', () => {
    const { suggestions, threads } = listReview(
      parseNodes('A {++b++} {--c--} {~~d~>e~~} {==f==}{>>why?<<} {>>well<<}'),
    )
    expect(suggestions.map(({ kind, author }) => [kind, author])).toEqual([
      ['insertion', null],
      ['deletion', null],
      ['replacement', null],
    ])
    expect(threads.map(({ quote, comments }) => [quote, comments[0]?.text])).toEqual([
      ['f', 'why?'],
      ['', 'well'],
    ])
  })

  it('reads attributions, replies and a closed thread', () => {
    const text =
      '{~~ran~>lasted~~}{>>@ana 2026-11-24T10:02Z<<}{>>@ben 2026-11-24T10:05Z Sure?<<} ' +
      '{==90 percent==}{>>@ana 2026-11-24T10:03Z Says who?<<}{>>@ben 2026-11-24T10:09Z [resolved]<<}'
    const { suggestions, threads } = listReview(parseNodes(text))
    expect(suggestions[0]).toMatchObject({ author: 'ana', inserted: 'lasted', deleted: 'ran' })
    expect(suggestions[0]?.replies).toEqual([
      { author: 'ben', time: '2026-11-24T10:05Z', text: 'Sure?' },
    ])
    expect(threads[0]).toMatchObject({ isResolved: true, quote: '90 percent' })
    expect(readNodes(parseNodes(text), 'accepted')).toBe('lasted 90 percent')
  })
})
