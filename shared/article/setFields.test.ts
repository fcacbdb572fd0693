import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readMeta } from './meta'
import { setFields } from './setFields'

const file = `---
# House style: sentence case
title:   'Old talks'   # working title
zip: 01234
standfirst: >-
  Two lines
  of it
tags: [a,  b]
anchor: &x 1
---
`

it('changes only the bytes of the key that changed', () => {
  expect(setFields(file, { title: 'New talks' })).toBe(file.replace("'Old talks'", "'New talks'"))
  expect(setFields(file, { standfirst: 'One line' })).toBe(
    file.replace('>-\n  Two lines\n  of it', 'One line'),
  )
})

it('leaves a key that already has the value as it is written', () => {
  expect(setFields(file, { title: 'Old talks', standfirst: 'Two lines of it', zip: '01234' })).toBe(
    file,
  )
})

it('puts a new headline and standfirst at the top and other keys at the end', () => {
  expect(
    setFields('---\ndate: 2026-11-24\n---\n', { standfirst: 'S', title: 'T', slug: 's' }),
  ).toBe('---\ntitle: T\nstandfirst: S\ndate: 2026-11-24\nslug: s\n---\n')
})

it('writes front matter only once a field is set', () => {
  expect(setFields('', { title: '' })).toBe('')
  expect(setFields('', { title: 'T' })).toBe('---\ntitle: T\n---\n\n')
  expect(setFields('', { title: 'T' }, '\r\n')).toBe('---\r\ntitle: T\r\n---\r\n\r\n')
})

it('refuses to edit what it cannot edit safely', () => {
  expect(() => setFields('---\ntitle: "x\n---\n', { title: 'T' })).toThrow(/mend it as text/)
  expect(() => setFields('+++\ntitle = "x"\n+++\n', { title: 'T' })).toThrow(/TOML/)
})

it('sets any headline so that it reads back the same, whatever stood there', () => {
  const before = fc.constantFrom(
    '',
    '---\n---\n',
    '---\ntitle:\n---\n',
    '---\ntitle: a\nb: c\n---\n',
    '---\ntitle: |\n  a\n  b\nc: d\n---\n',
    '---\r\nb: c\r\ntitle: "a"\r\n---\r\n',
    '---\n{title: a, b: c}\n---\n',
    '---\nb: c # last\n---\n',
  )
  const value = fc
    .oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('yes', '01', '- a', 'a: b', '# x', '"', "'", 'null', '2026-01-01'),
    )
    // A lone surrogate or a byte-order mark is not text that a file could hold; an empty headline reads as none.
    .filter(
      (text) => !/\p{Surrogate}/u.test(text) && !text.includes('\uFEFF') && text.trim() !== '',
    )
  fc.assert(
    fc.property(before, value, (frontMatter, title) => {
      expect(readMeta(setFields(frontMatter, { title })).meta.title).toBe(title)
    }),
    { numRuns: 1000 },
  )
})

it.each([
  ['', '---\ngoal: 600\n---\n\n'],
  ['---\ntitle: a\n---\n', '---\ntitle: a\ngoal: 600\n---\n'],
  ['---\ngoal: "20" # words\n---\n', '---\ngoal: 600 # words\n---\n'],
  ['---\ngoal:\n  - 20\n---\n', '---\ngoal: 600\n---\n'],
  ['---\n{goal: 20, a: b}\n---\n', '---\n{goal: 600, a: b}\n---\n'],
  ['---\ngoal: "600"\n---\n', '---\ngoal: "600"\n---\n'],
])('writes a number as a number: %j', (before, after) => {
  expect(setFields(before, { goal: 600 })).toBe(after)
})
