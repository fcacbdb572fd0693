import { expect, it } from 'vitest'
import { isSafeAddress, isWholeAddress } from './address'

it('follows web, mail and telephone addresses and files beside the article', () => {
  for (const address of [
    'https://a.example',
    'mailto:a@b.example',
    'tel:+4940',
    'other.md',
    '../a/b.md#c',
  ])
    expect(isSafeAddress(address)).toBe(true)
  for (const address of [
    'javascript:alert(1)',
    ' JavaScript:x',
    'data:text/html,x',
    'java\nscript:x',
  ])
    expect(isSafeAddress(address)).toBe(false)
})

it('takes only a whole address for one, so that pasting words over words pastes words', () => {
  expect(isWholeAddress('https://example.org/a?b=c')).toBe(true)
  expect(isWholeAddress('hello')).toBe(false)
  expect(isWholeAddress('see https://example.org')).toBe(false)
  expect(isWholeAddress('https://example.org and more')).toBe(false)
})
