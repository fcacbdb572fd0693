import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hostileAddresses } from '../../../tests/support/hostileAddresses'
import { fileOf } from '../../services/assets/paths'
import { isInside, partsOf } from './containment'

const ROOT = join('/', 'home', 'ana', 'articles')

function whereTo(path: string): string | null {
  try {
    return join(ROOT, ...partsOf(path))
  } catch {
    return null
  }
}

it('a hundred thousand hostile addresses lead nowhere outside the opened folder', () => {
  const folders = ['', 'news', 'news/today']
  const astray = hostileAddresses(2, 100_000).filter((address, index) =>
    [address, fileOf(folders[index % folders.length] ?? '', address)].some((path) => {
      const place = path === null ? null : whereTo(path)
      return place !== null && !isInside(ROOT, place)
    }),
  )
  expect(astray).toEqual([])
})

it('an honest address leads to its file', () => {
  const path = fileOf('news', '../pictures/a%20b.png?x=1')
  expect(path && whereTo(path)).toBe(join(ROOT, 'pictures', 'a b.png'))
})
