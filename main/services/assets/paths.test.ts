import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pathBetween, resolveFrom } from './paths'

it.each([
  ['', 'a.png', 'a.png'],
  ['news', 'a.png', 'news/a.png'],
  ['news', './img/../a.png', 'news/a.png'],
  ['news/today', '../img/a.png', 'news/img/a.png'],
  ['news', '/img/a.png', 'img/a.png'],
])('finds from %j the picture %j at %s', (folder, relative, expected) => {
  expect(resolveFrom(folder, relative)).toBe(expected)
})

it.each(['../a.png', 'x/../../../a.png', '/../a.png', '..'])('goes nowhere for %s', (relative) => {
  expect(() => resolveFrom('', relative)).toThrow(/outside/)
})

it('names the way that leads back', () => {
  const part = fc.constantFrom('a', 'b', 'c')
  fc.assert(
    fc.property(fc.array(part), fc.array(part), (folder, file) => {
      const from = folder.join('/')
      const to = [...file, 'x.png'].join('/')
      expect(resolveFrom(from, pathBetween(from, to))).toBe(to)
    }),
  )
})
