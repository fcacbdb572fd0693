import fc from 'fast-check'

/** What begins and ends the marks of a review. */
export const SIGNS = [
  '{++',
  '++}',
  '{--',
  '--}',
  '{~~',
  '~>',
  '~~}',
  '{==',
  '==}',
  '{>>',
  '<<}',
] as const

/** Stretches of an article in which marks are hard to place. */
const PIECES = [
  'The talks lasted five hours',
  ' and ',
  'words',
  'e',
  ' ',
  '\n\n',
  '\n',
  '\r\n\r\n',
  '**bold**',
  '*',
  '_',
  '~~struck~~',
  '~~',
  '==',
  '--',
  '---\n',
  '`code`',
  '`',
  '```\n',
  '~~~\n',
  '    ',
  '# ',
  '- ',
  '> ',
  '1. ',
  '| a | b |\n| - | - |\n',
  '[link](http://a.example/x)',
  '[^1]',
  '[^1]: Note\n',
  '¶',
  '¶\n',
  '\\',
  '{',
  '}',
  ...SIGNS,
  '@ana 2026-11-24T10:02Z',
  '[resolved]',
  '😀',
  'é',
] as const

/** Anything that a file may hold, markup that makes sense and markup that does not. */
export const anyBody = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 24 })
  .map((pieces) => pieces.join(''))

/** Prose and Markdown without marks of review. */
export const cleanBody = fc
  .array(fc.constantFrom(...PIECES.filter((piece) => !/[{}]|~>/.test(piece))), { maxLength: 20 })
  .map((pieces) => pieces.join(''))

export interface RandomEdit {
  readonly at: number
  readonly length: number
  readonly text: string
  readonly author: string
}

/** What a hand does to a text: a place, how much it takes away, what it puts there. */
export const anyEdit: fc.Arbitrary<RandomEdit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 })),
  text: fc.oneof(
    fc.constant(''),
    fc
      .array(fc.constantFrom(...PIECES.filter((piece) => !/[{}]|~>/.test(piece))), { maxLength: 4 })
      .map((pieces) => pieces.join('')),
  ),
  author: fc.constantFrom('ana', 'ben', 'cy'),
})

export function edited(text: string, { at, length, text: now }: RandomEdit): string {
  const start = Math.round(at * text.length)
  return text.slice(0, start) + now + text.slice(start + length)
}
