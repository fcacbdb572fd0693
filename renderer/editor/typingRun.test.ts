import { expect, it } from 'vitest'
import { createTypingRun } from './typingRun'

/** Which of the changes from one text to the next begin a step; those of one field. */
function stepsOf(...texts: readonly string[]): readonly string[] {
  const run = createTypingRun()
  return texts.slice(1).filter((after, index) => !run.goesOn('title', texts[index] ?? '', after))
}

it('takes a word for a step, with the blank after it', () => {
  expect(stepsOf('', 'a', 'ab', 'ab ', 'ab c', 'ab cd')).toEqual(['a', 'ab c'])
})

it('takes what is deleted in a row for a step, in either direction', () => {
  expect(stepsOf('abcd', 'abc', 'ab', 'a')).toEqual(['abc'])
  expect(stepsOf('abcd', 'bcd', 'cd')).toEqual(['bcd'])
  expect(stepsOf('abc', 'ab', 'abd', 'ab')).toEqual(['ab', 'abd', 'ab'])
})

it('takes a paste for a step, and a word typed over a selection', () => {
  expect(stepsOf('a', 'a long one', 'a long one!')).toEqual(['a long one', 'a long one!'])
  expect(stepsOf('of a harbour', 'of a p', 'of a po', 'of a por')).toEqual(['of a p'])
})

it('begins anew before the letter that was typed last', () => {
  expect(stepsOf('b', 'bc', 'abc', 'axbc')).toEqual(['bc', 'abc'])
})

it('begins anew in another field, after something else, and after an undo', () => {
  const run = createTypingRun()
  run.goesOn('title', '', 'a')
  expect(run.goesOn('standfirst', 'x', 'xy')).toBe(false)
  run.goesOn('title', '', 'a')
  run.end()
  expect(run.goesOn('title', 'a', 'ab')).toBe(false)
  expect(run.goesOn('title', 'a', 'ac')).toBe(false)
})
