import { describe, expect, it } from 'vitest'
import { smarten } from './typography'

/** A text typed character by character. */
function typed(text: string, lang: string): string {
  let line = ''
  for (const character of text) {
    line += character
    const replacement = smarten(line, lang)
    if (replacement !== null) line = line.slice(0, -replacement.remove) + replacement.insert
  }
  return line
}

describe('quotation marks', () => {
  it.each([
    ['en-GB', `"It's 'fine'," she said.`, '“It’s ‘fine’,” she said.'],
    ['en', `the talks ("long")`, 'the talks (“long”)'],
    ['en', `in 2015" and "in 2015"`, 'in 2015" and “in 2015”'],
    ['en', `rock 'n' roll in the '90s`, 'rock ‘n’ roll in the ’90s'],
    ['de', '"Ja", sagte er', '„Ja“, sagte er'],
    ['de-CH', '"Ja"', '«Ja»'],
    ['fr', `"Oui", l'homme`, '«\u202fOui\u202f», l’homme'],
    ['pl', '"Tak"', '„Tak”'],
    ['sv', '"Ja"', '”Ja”'],
    ['ru', '"Да"', '«Да»'],
    ['pt-BR', '"Sim"', '“Sim”'],
    ['ja', '"はい"', '「はい」'],
    ['xx', '"?"', '“?”'],
  ])('in %s: %s', (lang, text, printed) => {
    expect(typed(text, lang)).toBe(printed)
  })

  it('stay straight after a measure', () => {
    expect(typed(`6' 2" tall`, 'en')).toBe(`6' 2" tall`)
  })
})

describe('dashes and dots', () => {
  it.each([
    ['five -- or six', 'five – or six'],
    ['five---or', 'five—or'],
    ['pages 3--5', 'pages 3–5'],
    ['wait...', 'wait…'],
    ['wait....', 'wait….'],
    ['<!-- note', '<!-- note'],
  ])('%s', (text, printed) => {
    expect(typed(text, 'en')).toBe(printed)
  })

  it.each(['---', '-- Ana', 'a->b', 'x --> y'])('leaves %s', (text) => {
    expect(typed(text, 'en')).toBe(text)
  })
})
