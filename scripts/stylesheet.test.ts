import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { changesModule, changesTarget, stylesheetModule, target } from './stylesheet.mjs'

it('carries the content styles as they are now (run `npm run styles` after changing them)', () => {
  expect(readFileSync(target, 'utf8')).toBe(stylesheetModule())
  expect(readFileSync(changesTarget, 'utf8')).toBe(changesModule())
})
