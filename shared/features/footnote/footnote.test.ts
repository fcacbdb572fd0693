import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'

it('keeps reference and text of a footnote', () => {
  expect(typedInto('A[^n].\n\n[^n]: Note.')).toBe('A[^n]. word\n\n[^n]: Note.')
  expect(typedInto('A[^n].\n\n[^n]: Note.', 2)).toBe('A[^n].\n\n[^n]: Note. word')
})

it('gives a footnote its number, and the note its way back', () => {
  const html = htmlOf('A[^n].\n\n[^n]: Note.')
  expect(html).toContain('<a id="fnref-1" role="doc-noteref" href="#fn-1">1</a>')
  expect(html).toContain('<a href="#fnref-1" role="doc-backlink"')
})
