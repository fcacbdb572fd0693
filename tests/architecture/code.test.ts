import { describe, expect, it } from 'vitest'
import { LONGEST } from '../support/longFirst'
import { isTest, readSources, type Source, withoutComments } from './sources'

const sources = readSources(['shared', 'main', 'renderer', 'tests', 'scripts'])
// The rules themselves have to spell what they forbid.
const judged = sources.filter(({ path }) => !path.startsWith('tests/architecture/'))
const running = judged.filter(({ path }) => /^(shared|main|renderer)\//.test(path) && !isTest(path))

function uses(of: readonly Source[], pattern: RegExp, advice: string): readonly string[] {
  return of
    .filter(({ text }) => pattern.test(withoutComments(text)))
    .map(({ path }) => `${path}: ${advice}`)
}

describe('the code', () => {
  it('writes no markup as text into a page (C38)', () => {
    const sink =
      /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|srcdoc|srcDoc|createContextualFragment|setHTMLUnsafe|parseHTMLUnsafe)\b|document\.write|javascript:\S/
    const advice = 'build nodes from the sanitised tree instead (shared/document/html)'
    const naming = running.filter(({ path }) => !/^shared\/document\/html\//.test(path))
    expect(uses(naming, sink, advice)).toEqual([])
  })

  it('evaluates no text as code (C38)', () => {
    const sink = /\beval\s*\(|\bnew\s+Function\b|\bset(Timeout|Interval)\s*\(\s*['"`]/
    expect(uses(running, sink, 'an article must never become code')).toEqual([])
  })

  it('opens windows in one place (C2)', () => {
    const places = running
      .filter(({ text }) => /new\s+BrowserWindow\b/.test(withoutComments(text)))
      .map(({ path }) => path)
    expect(places.length, `one file decides a window's rights: ${places.join(', ')}`).toBeLessThan(
      2,
    )
    expect(places.every((path) => path.startsWith('main/electron/'))).toBe(true)
  })

  it('starts the longest tests first, which are all there', () => {
    const paths = new Set(sources.map(({ path }) => path))
    expect(LONGEST.filter((path) => !paths.has(path))).toEqual([])
  })

  it('lets no test depend on chance, or on how fast its machine is', () => {
    const hasty = /\bMath\.random\(|\bvi\.waitFor\(|\bwaitForTimeout\(|\bfc\.gen\(/
    const tests = judged.filter(({ path }) => /^tests\//.test(path) || isTest(path))
    const patient = tests.filter(
      ({ path }) => !/^tests\/(bench\/|support\/eventually\.ts)/.test(path),
    )
    const advice = 'draw from a seed, and wait for a state: tests/support/eventually'
    expect(uses(patient, hasty, advice)).toEqual([])
  })

  it('silences no check', () => {
    const silencer = /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable|v8 ignore/
    const found = judged.filter(({ text }) => silencer.test(text)).map(({ path }) => path)
    expect(found, 'mend the cause, or change the rule for everybody').toEqual([])
  })

  it('leaves no note of work undone', () => {
    const found = judged
      .filter(({ text }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text))
      .map(({ path }) => path)
    expect(found, 'finish it, or open an issue').toEqual([])
  })

  it('keeps files short enough to hold one idea', () => {
    const long = judged
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > 400)
    expect(long, 'past 400 lines there are two ideas: give the second a file').toEqual([])
  })

  it('names files for what they hold', () => {
    const vague = judged
      .map(({ path }) => path)
      .filter((path) => /(^|\/)(utils?|helpers?|misc|common|manager)(\/|\.)/i.test(path))
    expect(vague, 'name the idea, not the drawer').toEqual([])
  })
})
