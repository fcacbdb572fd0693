import { expect, it } from 'vitest'
import { DEFAULT_LAYOUT } from './layoutStore'
import { colourOf, handleFrom, reviewerOf } from './people'

it('makes a handle of a name', () => {
  expect(handleFrom('Ana Ruiz')).toBe('ana')
  expect(handleFrom(' @Ben! ')).toBe('ben')
  expect(handleFrom('Øystein Dahl')).toBe('øystein')
})

it('takes the handle that a person chose over the one from their name', () => {
  const layout = {
    ...DEFAULT_LAYOUT,
    author: 'Ana Ruiz',
    handle: 'aruiz',
    colour: 'green',
  } as const
  expect(reviewerOf(layout)).toEqual({ handle: 'aruiz', name: 'Ana Ruiz', colour: 'green' })
})

it('gives a person the colour that the article has for them, else always the same', () => {
  expect(colourOf('ana', [{ handle: 'ana', name: '', colour: 'rose' }])).toBe('rose')
  expect(colourOf('ana', [])).toBe(colourOf('ana', []))
  expect(colourOf(null, [])).toBe('slate')
})
