import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'
import { openForWriter } from '../../../tests/support/writer'
import { isRelatedLabel } from './labels'

it.each([
  '**Also read:** [A](a.md)',
  '**Also read**: [A](a.md) · [B](b.md)',
  '**À lire aussi\u202f:** [A](a.md)',
  '**Читайте также:** [A](a.md)',
  '**相关阅读**：[A](a.md)',
  '**اقرأ أيضًا:** [A](a.md)',
  '**Lesen Sie auch:** [A](a.md),\n[B][b]\n\n[b]: b.md',
])('stands aside of the text: %s', (markdown) => {
  expect(htmlOf(markdown)).toMatch(/^<aside class="related">\n?<p><strong>.*<\/p>\n?<\/aside>$/s)
})

it.each([
  ['words with the links', '**Also read:** [A](a.md) by Ana'],
  ['no link', '**Also read:** later'],
  ['another label', '**Warning:** [A](a.md)'],
  ['a label that is not bold', 'Also read: [A](a.md)'],
])('is a paragraph like any other with %s', (_, markdown) => {
  expect(htmlOf(markdown)).not.toContain('<aside')
})

it('is inserted with its label, where the person chooses an article', () => {
  let chosen = 0
  const writer = openForWriter('One.', { chooseArticle: () => chosen++ })
  writer.choose('related.insert')
  expect(chosen).toBe(1)
  expect(writer.file()).toBe('One.\n\n**Also read:**')
})

it.each([
  ['de-AT', 'Lesen Sie auch:'],
  ['fr', 'À lire aussi\u202f:'],
  ['pt_BR', 'Leia também:'],
  ['ja', '関連記事：'],
  ['tlh', 'Also read:'],
  [undefined, 'Also read:'],
])('begins in the language of the article: %s', (language, label) => {
  const writer = openForWriter('One.', { chooseArticle: () => undefined, language: () => language })
  writer.choose('related.insert')
  expect(writer.file()).toBe(`One.\n\n**${label}**`)
  expect(isRelatedLabel(label)).toBe(true)
})

it('is written as it was', () => {
  expect(typedInto('**Also read:** [A](a.md) |', 1)).toBe('**Also read:** [A](a.md) | word')
})
