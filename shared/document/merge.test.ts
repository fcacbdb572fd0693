import fc from 'fast-check'
import { expect, it } from 'vitest'
import { resolve } from '../article/merge'
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
