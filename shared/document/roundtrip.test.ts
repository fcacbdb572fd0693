import { expect, it } from 'vitest'
import { roundtrip } from './roundtrip'

const article = `---
title: "Talks"   # keep
---

Lead with *emphasis*
and a wrapped line.

* one
* two

> Quoted.
>
> — Speaker
`

it('saves an untouched article as it was', () => {
  expect(roundtrip(article)).toEqual({ text: article, isIdentical: true, othersChanged: 0 })
})

it.each([1, 2, 3])('writes a word into block %i and leaves the others alone', (touch) => {
  const { text, isIdentical, othersChanged } = roundtrip(article, { touch })
  expect(isIdentical).toBe(false)
  expect(othersChanged).toBe(0)
  expect(text.replace(' word', '')).toBe(article)
})

it('says which blocks there are when one is not', () => {
  expect(() => roundtrip(article, { touch: 9 })).toThrow('there is no block 9; it has 3')
})
