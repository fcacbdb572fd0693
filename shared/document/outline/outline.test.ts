import { $getRoot } from 'lexical'
import { afterEach, expect, it } from 'vitest'
import { type ArticleDocument, openArticle } from '../articleDocument'
import { $readOutline, headingAbove, moveSection, sectionLength, shiftSection } from './outline'

const BODY = `Lead.

## One

First.

### Inside

Deep.

## Two

Second.[^n]

[^n]: A note.
`

let article: ArticleDocument

function open(): readonly ReturnType<typeof $readOutline>[number][] {
  article = openArticle({ text: BODY })
  return article.editor.read($readOutline)
}

afterEach(() => article.dispose())

const settled = () => new Promise((resolve) => setTimeout(resolve))

it('lists the headings, and knows which one a block stands under', () => {
  const outline = open()
  expect(outline.map(({ level, text }) => [level, text])).toEqual([
    [2, 'One'],
    [3, 'Inside'],
    [2, 'Two'],
  ])
  expect(headingAbove(outline, 0)).toBeNull()
  expect(headingAbove(outline, 4)?.text).toBe('Inside')
  expect(sectionLength(outline, 0)).toBe(2)
})

it('moves a section with what is in it, and leaves the notes at the end', async () => {
  const [one, inside, two] = open()
  moveSection(article.editor, two?.key ?? '', one?.key ?? '')
  await settled()
  expect(article.text()).toBe(
    'Lead.\n\n## Two\n\nSecond.[^n]\n\n## One\n\nFirst.\n\n### Inside\n\nDeep.\n\n[^n]: A note.\n',
  )
  moveSection(article.editor, two?.key ?? '', null)
  await settled()
  expect(article.text()).toBe(BODY)
  moveSection(article.editor, one?.key ?? '', inside?.key ?? '')
  await settled()
  expect(article.text()).toBe(BODY)
})

it('raises and lowers a section together, or not at all', async () => {
  const [one] = open()
  shiftSection(article.editor, one?.key ?? '', 1)
  await settled()
  expect(article.text()).toContain('### One\n\nFirst.\n\n#### Inside')
  const key = article.editor.read(() => $readOutline()[0]?.key ?? '')
  for (let count = 0; count < 3; count++) {
    shiftSection(article.editor, key, 1)
    await settled()
  }
  expect(article.text()).toContain('##### One\n\nFirst.\n\n###### Inside')
  expect(article.editor.read(() => $getRoot().getTextContent())).toContain('Deep.')
})
