import type { TemporaryHome } from '../../support/temporaryHome'
import { expect, test } from '../desk'
import type { Desk } from '../pages/Desk'

const SAMPLES = 'Documents/Galley'

const WRITTEN = `---
title: The bridge is open
standfirst: After two winters of detours
---

The first lorry crossed at six.

## What it cost

- steel
- stone

> We waited for this.
`

test.describe('from the samples to a published article', () => {
  test('by keyboard', async ({ desk, home }) => {
    const { page, editor } = desk
    await page.getByRole('button', { name: /Open the sample articles/ }).press('Enter')
    await expect(desk.library.tree).toBeVisible()

    await desk.press('Alt+Shift+N')
    await editor.type('The bridge is open')
    await page.keyboard.press('Enter')
    await expect(editor.headline).toHaveValue('The bridge is open')
    await editor.headline.press('Enter')
    await editor.type('After two winters of detours')
    await page.keyboard.press('Enter')

    await editor.type('The first lorry crossed at six.')
    await page.keyboard.press('Enter')
    await editor.type('## What it cost')
    await page.keyboard.press('Enter')
    await editor.type('- steel')
    await page.keyboard.press('Enter')
    await editor.type('stone')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await editor.type('> We waited for this.')

    await showsTheArticle(desk)
    await desk.press('Mod+S')
    await expectFile(home)

    await desk.press('Mod+Shift+E')
    await expect(desk.exporting.dialog).toBeVisible()
    await page.keyboard.press('Enter')
    const html = await desk.exporting.outcome()
    await desk.exporting.dialog.getByRole('radio', { name: /^HTML/ }).press('ArrowDown')
    await page.keyboard.press('Enter')
    const markdown = await desk.exporting.outcome()
    await page.keyboard.press('Escape')
    await comparesWithItsExports({ desk, home, html, markdown })
  })

  test('by mouse', async ({ desk, home }) => {
    const { editor } = desk
    await desk.page.getByRole('button', { name: /Open the sample articles/ }).click()
    await desk.library.open('River towns agree')
    await expect(editor.headline).toHaveValue(/^River towns agree/)
    await expect(desk.preview.article.getByRole('heading', { level: 1 })).toContainText(
      'River towns agree',
    )

    await desk.newArticle('The bridge is open')
    await editor.standfirst.click()
    await editor.type('After two winters of detours')
    await editor.body.click()
    await editor.type('The first lorry crossed at six.\n')
    await editor.kind('Heading 2')
    await editor.type('What it cost\n')
    await editor.tool('Bulleted list')
    await editor.type('steel\nstone\n\n')
    await editor.tool('Quotation')
    await editor.type('We waited for this.')

    await showsTheArticle(desk)
    await expectFile(home)

    await desk.page.getByRole('button', { name: 'Export' }).click()
    const html = await desk.exporting.write('HTML')
    const markdown = await desk.exporting.write('Markdown')
    await desk.exporting.close()
    await comparesWithItsExports({ desk, home, html, markdown })
  })
})

async function showsTheArticle({ preview }: Desk): Promise<void> {
  const { article } = preview
  await expect(article.getByRole('heading', { level: 1 })).toHaveText('The bridge is open')
  await expect(article.getByText('After two winters of detours')).toBeVisible()
  await expect(article.getByRole('heading', { level: 2 })).toHaveText('What it cost')
  await expect(article.getByRole('listitem')).toHaveText(['steel', 'stone'])
  await expect(article.getByRole('blockquote')).toHaveText('We waited for this.')
}

/** Everything is saved without being asked; the file is what a person would have written. */
async function expectFile(home: TemporaryHome): Promise<void> {
  await expect(() => {
    expect(home.read(`${SAMPLES}/the-bridge-is-open.md`)).toBe(WRITTEN)
  }).toPass()
}

interface Exported {
  readonly desk: Desk
  readonly home: TemporaryHome
  readonly html: string
  readonly markdown: string
}

async function comparesWithItsExports({ desk, home, html, markdown }: Exported): Promise<void> {
  expect(home.read(`${SAMPLES}/${markdown}`)).toBe(WRITTEN)
  // What was seen is what was exported: the same article, element for element.
  const seen = await desk.preview.article.evaluate(shapeOf)
  const page = await desk.page.context().newPage()
  await page.setContent(home.read(`${SAMPLES}/${html}`))
  const exported = await page.getByRole('article').evaluate(shapeOf)
  await page.close()
  expect(exported).toEqual(seen)
  expect(home.read(`${SAMPLES}/the-bridge-is-open.md`)).toBe(WRITTEN)
}

/** The elements and words of an article, without what only the page around it needs. */
function shapeOf(article: Element): readonly string[] {
  const lines: string[] = []
  const walker = article.ownerDocument.createTreeWalker(article)
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
    const text = node.nodeType === 3 ? node.nodeValue?.trim() : node.nodeName.toLowerCase()
    if (text) lines.push(text)
  }
  return lines
}
