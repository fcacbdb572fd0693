import { expect, it } from 'vitest'
import { isExternal, isRelative, safeLink, safePicture } from './addresses'

it.each([
  ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
  ['HTTPS://example.org', 'https://example.org'],
  ['mailto:ana@example.org', 'mailto:ana@example.org'],
  ['notes/one.md', 'notes/one.md'],
  ['#fn-1', '#fn-1'],
  ['?a=b:c', '?a=b:c'],
  ['/a:b', '/a:b'],
  ['//example.org/x', '//example.org/x'],
  ['', ''],
  [' https://example.org ', 'https://example.org'],
])('lets a link to %j be', (address, expected) => {
  expect(safeLink(address)).toBe(expected)
})

it.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  'javascript\n:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://x/y',
  'C:\\notes.md',
  '1javascript:x',
  'ja%0Avascript:x',
  ':x',
])('takes the address from a link to %j', (address) => {
  expect(safeLink(address)).toBeNull()
})

it('shows pictures of the web, beside the article, and raster data', () => {
  expect(safePicture('pics/a.jpg')).toBe('pics/a.jpg')
  expect(safePicture('https://example.org/a.jpg')).toBe('https://example.org/a.jpg')
  expect(safePicture('data:image/png;base64,aGk=')).toBe('data:image/png;base64,aGk=')
})

it.each([
  '',
  'data:image/svg+xml;base64,aGk=',
  'data:image/png,<svg>',
  'data:text/html;base64,aGk=',
  'mailto:a@b.c',
  'javascript:x',
  'file:///a.png',
  'blob:x',
])('shows no picture from %j', (address) => {
  expect(safePicture(address)).toBeNull()
})

it('tells the web from the folder', () => {
  expect(isExternal('//host/a')).toBe(true)
  expect(isExternal('\\\\host\\a')).toBe(true)
  expect(isExternal('a/b')).toBe(false)
  expect(isRelative('a/b')).toBe(true)
  expect(isRelative('data:x')).toBe(false)
})
