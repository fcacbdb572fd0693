import { expect, it } from 'vitest'
import { pictureLinks, withPictureLinks } from './pictureLinks'

const TEXT = `---
title: T
---

![A [boxed] ship](img/ship.png "Caption ](x)")

Text with ![inline](<img/two words.png>) and ![again][ship].

[ship]: ../ship%202.jpg 'Title'
[link]: https://example.org

<figure><img alt="x" src="raw/a b.png"></figure>

\`![no](code.png)\`
`

it('finds every picture, and only pictures', () => {
  expect(pictureLinks(TEXT).map(({ url }) => url)).toEqual([
    'img/ship.png',
    'img/two words.png',
    '../ship%202.jpg',
    'raw/a b.png',
  ])
})

it('replaces addresses and no other byte', () => {
  const links = pictureLinks(TEXT)
  const changed = withPictureLinks(
    TEXT,
    links.map((link, index) => ({ link, url: `new (${index}).png` })),
  )
  expect(changed).toBe(
    TEXT.replace('img/ship.png', 'new%20%280%29.png')
      .replace('img/two words.png', 'new (1).png')
      .replace('../ship%202.jpg', 'new%20%282%29.png')
      .replace('raw/a b.png', 'new (3).png'),
  )
  expect(pictureLinks(changed).map(({ url }) => decodeURI(url))).toEqual(
    links.map((_, index) => `new (${index}).png`),
  )
})
