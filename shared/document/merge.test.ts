import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type MergePart, resolve } from '../article/merge'
import { mergeArticles, splitBlocks } from './merge'

/** The merged text, with conflicts as `<<mine||base||theirs>>`. */
function shown(base: string, mine: string, theirs: string): string {
  const merged = mergeArticles({ base, mine, theirs })
  if (merged.kind === 'clean') return merged.text
  return merged.parts
    .map((part) =>
      part.kind === 'agreed' ? part.text : `<<${part.mine}||${part.base}||${part.theirs}>>`,
    )
    .join('')
}

const base = `---
title: Talks
# checked by the desk
status: draft
---

# The talks

The talks ran five hours. Nobody left the room.

Two officials said that the framework was nearly ready.

- one item
- two items
- three items

Neither side would speak of the harbour[^1].

[^1]: The harbour accord.
`

function edited(...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((text, [from, to]) => {
    expect(text).toContain(from)
    return text.replace(from, to)
  }, base)
}

it('takes the changes of both sides in different blocks', () => {
  expect(
    shown(base, edited(['five hours', 'six hours']), edited(['Two officials', 'Three officials'])),
  ).toBe(edited(['five hours', 'six hours'], ['Two officials', 'Three officials']))
})

it('takes the changes of both sides in one paragraph', () => {
  expect(shown(base, edited(['five', 'six']), edited(['left the room', 'left the hall']))).toBe(
    edited(['five', 'six'], ['left the room', 'left the hall']),
  )
})

it('takes the same change of both sides once', () => {
  const both = edited(['five', 'six'], ['- two items\n', '- two items\n- and a half\n'])
  expect(
    shown(
      base,
      both,
      edited(['five', 'six'], ['- two items\n', '- two items\n- and a half\n'], ['room', 'hall']),
    ),
  ).toBe(
    edited(['five', 'six'], ['- two items\n', '- two items\n- and a half\n'], ['room', 'hall']),
  )
})

it('asks about different changes of one word, with the sentence around it', () => {
  expect(shown(base, edited(['ran', 'lasted']), edited(['ran', 'took']))).toBe(
    edited([
      'The talks ran five hours. ',
      '<<The talks lasted five hours. ||The talks ran five hours. ||The talks took five hours. >>',
    ]),
  )
})

it('asks about changes of neighbouring words', () => {
  expect(shown(base, edited(['ran', 'lasted']), edited(['five', 'six']))).toContain(
    '<<The talks lasted five hours. ||The talks ran five hours. ||The talks ran six hours. >>',
  )
})

it('takes changes of neighbouring list items', () => {
  expect(shown(base, edited(['one item', 'one thing']), edited(['two items', 'both items']))).toBe(
    edited(['one item', 'one thing'], ['two items', 'both items']),
  )
})

it('carries a change over into the halves of a paragraph that was split', () => {
  expect(
    shown(
      base,
      edited(['hours. Nobody', 'hours.\n\nNobody']),
      edited(['left the room', 'left the hall']),
    ),
  ).toBe(edited(['hours. Nobody', 'hours.\n\nNobody'], ['left the room', 'left the hall']))
})

it('carries a change over into a paragraph that was moved', () => {
  const paragraph = 'Two officials said that the framework was nearly ready.\n\n'
  const moved = edited([paragraph, ''], ['[^1]:', `${paragraph}[^1]:`])
  expect(shown(base, moved, edited(['nearly ready', 'all but ready']))).toBe(
    moved.replace('nearly ready', 'all but ready'),
  )
})

it('asks when one side deleted what the other one changed', () => {
  const paragraph = 'Two officials said that the framework was nearly ready.\n\n'
  expect(
    shown(base, edited([paragraph, '']), edited(['Two officials', 'Three officials'])),
  ).toContain(`<<||${paragraph}||${paragraph.replace('Two', 'Three')}>>`)
})

it('does not bring back what one side deleted from a paragraph that the other one split', () => {
  const mine = edited(['hours. Nobody', 'hours.\n\nNobody'])
  const theirs = edited([' Nobody left the room.', ''])
  expect(mergeArticles({ base, mine, theirs }).kind).toBe('conflict')
})

it('does not bring back what one side deleted from a paragraph that the other one moved and split', () => {
  const merged = mergeArticles({
    base: 'The talks ran five hours late.\n\nNobody slept.\n\nMore tomorrow.\n',
    mine: 'Nobody slept.\n\nMore tomorrow.\n\nThe talks ran five hours.\n\nlate.\n',
    theirs: 'Once The talks ran five hours.\n\nNobody slept.\n\nMore tomorrow.\n',
  })
  expect(merged.kind).toBe('conflict')
})

it('asks about different paragraphs added at one place, and keeps both apart', () => {
  const mine = edited(['\n- one', '\nMine is new.\n\n- one'])
  const theirs = edited(['\n- one', '\nTheirs is new.\n\n- one'])
  const merged = mergeArticles({ base, mine, theirs })
  if (merged.kind === 'clean') throw new Error('a guess was made')
  expect(resolve(merged.parts, ['both'])).toBe(
    edited(['\n- one', '\nMine is new.\n\nTheirs is new.\n\n- one']),
  )
  expect(resolve(merged.parts, ['mine'])).toBe(mine)
  expect(resolve(merged.parts, ['theirs'])).toBe(theirs)
})

it('takes footnotes that both sides added at the end', () => {
  const mine = `${edited(['ready.', 'ready[^a].'])}\n[^a]: Mine.\n`
  const theirs = `${edited(['room.', 'room[^b].'])}\n[^b]: Theirs.\n`
  expect(shown(base, mine, theirs)).toBe(
    `${edited(['ready.', 'ready[^a].'], ['room.', 'room[^b].'])}\n[^a]: Mine.\n\n[^b]: Theirs.\n`,
  )
})

it('asks about footnotes of one name', () => {
  const mine = `${base}\n[^2]: Mine.\n`
  const theirs = base.replace('\n# The', '\n[^2]: Theirs.\n\n# The')
  expect(mergeArticles({ base, mine, theirs }).kind).toBe('conflict')
})

it('merges front matter field by field', () => {
  const mine = edited(['title: Talks', 'title: The talks'])
  const theirs = edited(['status: draft\n', 'status: final\nsection: World\n'])
  expect(shown(base, mine, theirs)).toBe(
    edited(
      ['title: Talks', 'title: The talks'],
      ['status: draft\n', 'status: final\nsection: World\n'],
    ),
  )
})

it('asks about a field that both sides changed, and keeps the other value as a comment', () => {
  const mine = edited(['status: draft', 'status: final'])
  const theirs = edited(['status: draft', 'status: in review'])
  const merged = mergeArticles({ base, mine, theirs })
  if (merged.kind === 'clean') throw new Error('a guess was made')
  expect(resolve(merged.parts, ['both'])).toBe(
    edited(['status: draft\n', 'status: final\n# status: in review\n']),
  )
})

it('merges front matter that both sides added', () => {
  expect(shown('Words.\n', '---\ntitle: A\n---\n\nWords.\n', '---\nslug: b\n---\n\nWords.\n')).toBe(
    '---\ntitle: A\nslug: b\n---\n\nWords.\n',
  )
})

it('merges front matter whole that is no YAML mapping, and loses neither', () => {
  const merged = mergeArticles({
    base: '+++\ntitle = "A"\n+++\n\nWords.\n',
    mine: '+++\ntitle = "B"\n+++\n\nWords.\n',
    theirs: '+++\ntitle = "C"\n+++\n\nWords.\n',
  })
  if (merged.kind === 'clean') throw new Error('a guess was made')
  expect(resolve(merged.parts, ['both'])).toBe(
    '+++\ntitle = "B"\n+++\n\n`````\n+++\ntitle = "C"\n+++\n`````\n\n\nWords.\n',
  )
})

it.each([
  ['Windows line endings', (text: string) => text.replaceAll('\n', '\r\n')],
  ['a missing final newline', (text: string) => text.trimEnd()],
  ['old Macintosh line endings', (text: string) => text.replaceAll('\n', '\r')],
])('keeps %s', (_, written) => {
  const mine = written(edited(['five', 'six']))
  const theirs = written(edited(['Two officials', 'Three officials'], ['accord.', 'pact.']))
  expect(shown(written(base), mine, theirs)).toBe(
    written(edited(['five', 'six'], ['Two officials', 'Three officials'], ['accord.', 'pact.'])),
  )
})

it('takes line endings that one side changed throughout for no change of words', () => {
  const theirs = edited(['five', 'six']).replaceAll('\n', '\r\n')
  expect(shown(base, edited(['Two', 'Three']), theirs)).toBe(
    edited(['five', 'six'], ['Two', 'Three']).replaceAll('\n', '\r\n'),
  )
})

it('adds a paragraph after one that ended the file without a line ending', () => {
  expect(shown('One here.', 'One here.\n\nTwo here.', 'First: One here.')).toBe(
    'First: One here.\n\nTwo here.',
  )
})

it('parts a body so that nothing is lost', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          'a',
          '\n',
          '\n\n',
          '- ',
          '# ',
          '> ',
          '```',
          '[a]: b',
          '    ',
          '\r\n',
          '<p>',
          '|',
          '\t',
        ),
        { maxLength: 40 },
      ),
      (pieces) => {
        const body = pieces.join('')
        expect(splitBlocks(body).join('')).toBe(body)
      },
    ),
    { numRuns: 400 },
  )
})

/** Articles in which every word occurs once, so that it can be followed. */
interface Model {
  readonly blocks: readonly { readonly isList: boolean; readonly words: readonly string[] }[]
}
const written = ({ blocks }: Model): string =>
  `${blocks.map(({ isList, words }) => (isList ? words.map((word) => `- ${word}`).join('\n') : `${words.join(' ')}.`)).join('\n\n')}\n`

const model = fc
  .array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 7 })
  .map((sizes): Model => {
    let next = 0
    return {
      blocks: sizes.map((size, index) => ({
        isList: index % 4 === 3,
        words: Array.from({ length: size }, () => `w${next++}`),
      })),
    }
  })

interface Edit {
  readonly kind: string
  readonly block: number
  readonly word: number
}

const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'replace',
      'replace',
      'insert',
      'insert',
      'delete',
      'insertBlock',
      'deleteBlock',
      'split',
      'join',
      'move',
    ),
    block: fc.nat({ max: 6 }),
    word: fc.nat({ max: 11 }),
  }),
  { maxLength: 5 },
)

function apply(start: Model, list: readonly Edit[], name: string): Model {
  const blocks = start.blocks.map(({ isList, words }) => ({ isList, words: [...words] }))
  list.forEach(({ kind, block, word }, index) => {
    const fresh = `${name}${index}`
    const at = block % Math.max(blocks.length, 1)
    const { words, isList } = blocks[at] ?? { words: [], isList: false }
    if (kind === 'insertBlock' || words.length === 0) {
      blocks.splice(at, 0, { isList: false, words: [`${fresh}a`, `${fresh}b`] })
    } else if (kind === 'replace') words[word % words.length] = fresh
    else if (kind === 'insert') words.splice(word % (words.length + 1), 0, fresh)
    else if (kind === 'delete' && words.length > 1) words.splice(word % words.length, 1)
    else if (kind === 'deleteBlock' && blocks.length > 1) blocks.splice(at, 1)
    else if (kind === 'split' && words.length > 1) {
      blocks.splice(at + 1, 0, { isList, words: words.splice(1 + (word % (words.length - 1))) })
    } else if (kind === 'join' && at + 1 < blocks.length) {
      words.push(...(blocks.splice(at + 1, 1)[0]?.words ?? []))
    } else if (kind === 'move') blocks.splice(word % blocks.length, 0, ...blocks.splice(at, 1))
  })
  return { blocks }
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.match(/\w+/g) ?? [])
const allText = (parts: readonly MergePart[]): string =>
  parts
    .map((part) => (part.kind === 'agreed' ? part.text : `${part.mine} ${part.theirs}`))
    .join(' ')

/** Whether a side took a word away from both of its neighbours; where the other side deleted it, it then stays. */
function wasTaken(before: string, after: string, word: string): boolean {
  const neighbours = (text: string): readonly (string | undefined)[] => {
    const words: readonly string[] = text.match(/\w+/g) ?? []
    const at = words.indexOf(word)
    return at === -1 ? [] : [words[at - 1], words[at + 1]]
  }
  const [left, right] = neighbours(before)
  const now = neighbours(after)
  return now.length > 0 && now[0] !== left && now[1] !== right
}

it('loses no word that either side wrote, and keeps none that either side deleted', () => {
  let clean = 0
  fc.assert(
    fc.property(model, edits, edits, (start, editsOfMine, editsOfTheirs) => {
      const text = written(start)
      const mine = written(apply(start, editsOfMine, 'mine'))
      const theirs = written(apply(start, editsOfTheirs, 'theirs'))
      const old = wordsOf(text)
      const merged = mergeArticles({ base: text, mine, theirs })
      const all = wordsOf(merged.kind === 'clean' ? merged.text : allText(merged.parts))
      for (const word of [...wordsOf(mine), ...wordsOf(theirs)]) {
        if (!old.has(word)) expect(all).toContain(word)
      }
      if (merged.kind === 'conflict') {
        // Words that both sides still have are never lost, whatever is chosen.
        for (const choice of ['mine', 'theirs', 'both'] as const) {
          const result = wordsOf(
            resolve(
              merged.parts,
              merged.parts.map(() => choice),
            ),
          )
          const kept = choice === 'mine' ? mine : choice === 'theirs' ? theirs : `${mine}${theirs}`
          for (const word of wordsOf(kept)) {
            if (!old.has(word)) expect(result).toContain(word)
          }
        }
        return
      }
      clean += 1
      const result = merged.text.match(/\w+/g) ?? []
      for (const word of old) {
        const count = result.filter((other) => other === word).length
        if (wordsOf(mine).has(word) && wordsOf(theirs).has(word))
          expect([word, count]).toEqual([word, 1])
        else if (!wasTaken(text, mine, word) && !wasTaken(text, theirs, word)) {
          expect([word, count]).toEqual([word, 0])
        }
      }
    }),
    { numRuns: 2_000 },
  )
  expect(clean).toBeGreaterThan(300)
})

it('is clean for one order of the sides when it is for the other', () => {
  fc.assert(
    fc.property(model, edits, edits, (start, editsOfMine, editsOfTheirs) => {
      const text = written(start)
      const mine = written(apply(start, editsOfMine, 'mine'))
      const theirs = written(apply(start, editsOfTheirs, 'theirs'))
      expect(mergeArticles({ base: text, mine: theirs, theirs: mine }).kind).toBe(
        mergeArticles({ base: text, mine, theirs }).kind,
      )
    }),
    { numRuns: 400 },
  )
})

it('is the change of the one side where the other made none', () => {
  fc.assert(
    fc.property(model, edits, (start, list) => {
      const text = written(start)
      const changed = written(apply(start, list, 'x'))
      expect(shown(text, changed, text)).toBe(changed)
      expect(shown(text, text, changed)).toBe(changed)
      expect(shown(text, changed, changed)).toBe(changed)
      // Not by the short way either: a change of the front matter makes the bodies be merged.
      const more = `---\ntitle: A\n---\n${text}`
      expect(shown(text, changed, more)).toBe(`---\ntitle: A\n---\n${changed}`)
      expect(shown(text, more, changed)).toBe(`---\ntitle: A\n---\n${changed}`)
    }),
    { numRuns: 400 },
  )
})
