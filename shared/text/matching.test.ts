import { expect, it } from 'vitest'
import { rankByName, search } from './matching'

it('finds by words in any order, whatever their case and accents', () => {
  expect(rankByName('cafe grand', ['Grand Café'])).toBeGreaterThan(0)
  expect(rankByName('tea', ['Grand Café'])).toBe(0)
})

it('puts labels that begin with the query first, and keeps the order of equals', () => {
  const names = ['A table', 'Table', 'Tables', 'Other']
  expect(search(names, 'tab', (name) => [name])).toEqual(['Table', 'Tables', 'A table'])
  expect(search(names, '', (name) => [name])).toEqual(names)
})
