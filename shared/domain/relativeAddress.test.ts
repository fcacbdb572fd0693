import { expect, it } from 'vitest'
import { relativeAddress } from './relativeAddress'

const to = (folder: string, fileName: string) => ({ folder, fileName })

it('leads from one folder to another', () => {
  expect(relativeAddress({ folder: '' }, to('', 'b.md'))).toBe('b.md')
  expect(relativeAddress({ folder: 'a' }, to('a', 'b.md'))).toBe('b.md')
  expect(relativeAddress({ folder: 'a/x' }, to('a/y', 'b.md'))).toBe('../y/b.md')
  expect(relativeAddress({ folder: 'a' }, to('', 'b.md'))).toBe('../b.md')
})

it('encodes only what would break the address', () => {
  expect(relativeAddress({ folder: '' }, to('', 'Über (neu).md'))).toBe('Über%20%28neu%29.md')
})
