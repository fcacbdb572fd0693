import { beforeAll, describe, expect, it } from 'vitest'
import { ACCEPTED } from './accepted'
import { judge, recorded } from './judging'
import { type RegexLiteral, regexLiterals } from './literals'

describe('regular expressions', () => {
  let literals: readonly RegexLiteral[]
  beforeAll(async () => {
    literals = await regexLiterals()
  })

  it('take time in proportion to the text, or say why they need not (C27)', async () => {
    expect(await judge(literals, recorded())).toEqual([])
  })

  it('that are excused are still there', () => {
    const written = new Set(literals.map((literal) => literal.written))
    expect(ACCEPTED.map((each) => each.written).filter((each) => !written.has(each))).toEqual([])
  })

  it('that hold up a page are told', async () => {
    const complaints = await judge(
      [{ written: '/(a|a)+$/', pattern: '(a|a)+$', flags: '', path: 'a.ts' }],
      new Set(),
    )
    expect(complaints).toEqual([expect.stringContaining('a.ts: /(a|a)+$/ is exponential')])
  })
})
