import { expect, it } from 'vitest'
import { PAGE_THEME_NAMES } from '../../domain/pageThemes'
import { bookStyle } from './bookStyle'
import { styleOf } from './pageStyle'

it.each(PAGE_THEME_NAMES)('holds nothing that an older reader would not know, %s', async (name) => {
  const { style } = await styleOf({ kind: 'theme', name })
  const css = bookStyle(style?.css ?? '')
  expect(css).not.toMatch(/var\(|clamp\(|:where|@|\d(?:vw|rem)\b|(?:^|\n)(?:html|body|:root)/)
  expect(css).not.toMatch(/(?:font|font-weight):\d(?!00)\d\d/)
  expect(css).toMatch(/h1\{[^}]*font-size:2em/)
  // Paper, ink and measure are the reader's own.
  expect(css).not.toMatch(/[{;](?:color|background|max-width(?!:100%))/)
})

it('differs by design', async () => {
  const { style } = await styleOf({ kind: 'theme', name: 'magazine' })
  expect(bookStyle(style?.css ?? '')).toContain('initial-letter:3')
  expect(bookStyle('')).not.toContain('initial-letter')
})
