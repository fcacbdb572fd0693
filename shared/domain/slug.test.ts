import { expect, it } from 'vitest'
import { freeSlug, slugFrom } from './slug'

it('makes an address of a headline', () => {
  expect(slugFrom('Café talks: day 3!')).toBe('cafe-talks-day-3')
  expect(slugFrom('The mayor’s “plan”')).toBe('the-mayors-plan')
  expect(slugFrom('Straße nach Łódź, Ærø')).toBe('strasse-nach-lodz-aero')
  expect(slugFrom('Мир и труд')).toBe('мир-и-труд')
  expect(slugFrom('—')).toBe('')
})

it('ends at a word when it grows long', () => {
  const slug = slugFrom('word '.repeat(40))
  expect(slug.length).toBeLessThanOrEqual(80)
  expect(slug).toMatch(/^word(-word)*$/)
})

it('numbers a slug that somebody has', () => {
  expect(freeSlug('talks', new Set(['talks', 'talks-2']))).toBe('talks-3')
  expect(freeSlug('talks', new Set())).toBe('talks')
  expect(freeSlug('', new Set(['']))).toBe('')
})
