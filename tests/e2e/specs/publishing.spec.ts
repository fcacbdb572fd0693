import { expect, test } from '../desk'
import { LIBRARY } from '../pages/Desk'

const ARTICLE = `---
title: The mill turns again
weight: 01234 # for the list
tags: [sails, wind]
---

The mill turns the the wheel.

![](gone.png)
`

test('details change their own key in the file and nothing else', async ({ desk, home }) => {
  home.write(`${LIBRARY}/mill.md`, ARTICLE)
  home.write(`${LIBRARY}/other.md`, '---\ntitle: Other\nslug: the-mill-turns-again\n---\n')
  const { page } = desk
  await desk.openLibrary()
  await desk.library.open('The mill turns again')
  await expect(desk.editor.body).toBeVisible()
  await desk.press('Mod+Shift+D')
  const panel = page.getByRole('complementary', { name: 'Details' })
  await expect(panel.getByRole('textbox', { name: 'weight' })).toHaveValue('01234')
  await panel.getByRole('button', { name: 'Make it from the headline' }).click()
  await expect(panel.getByRole('textbox', { name: 'Slug' })).toHaveValue('the-mill-turns-again-2')
  await panel.getByRole('textbox', { name: 'Tags' }).fill('sails, wind, wheels')
  await panel.getByRole('textbox', { name: 'Summary for search' }).fill('It turns: again.')
  await expect(panel.getByText('16 of 160 characters')).toBeVisible()
  // A status is dated as one chosen in the review is, once its field is left.
  await panel.getByRole('textbox', { name: 'Status' }).fill('in review')
  await panel.getByRole('textbox', { name: 'Tags' }).focus()
  await desk.press('Mod+S')
  await expect(desk.saveMark).toHaveText('Saved')
  const saved = home.read(`${LIBRARY}/mill.md`)
  expect(saved).toMatch(
    /^status: in review\nstatusDates: \[in review \d{4}-\d\d-\d\dT\d\d:\d\dZ\]$/m,
  )
  expect(saved.replace(/^status.*\n/gm, '')).toBe(
    ARTICLE.replace(
      '[sails, wind]\n',
      '[sails, wind, wheels]\nslug: the-mill-turns-again-2\n',
    ).replace('-2\n', '-2\ndescription: "It turns: again."\n'),
  )
})

test('checks lead to what is to be seen to', async ({ desk, home }) => {
  home.write(`${LIBRARY}/mill.md`, ARTICLE)
  const { page } = desk
  await desk.openLibrary()
  await desk.library.open('The mill turns again')
  await expect(desk.editor.body).toBeVisible()
  await desk.command('Before you publish')
  const panel = page.getByRole('complementary', { name: 'Checks' })
  await expect(panel.getByText('There is no file gone.png.')).toBeVisible()
  await panel.getByRole('button', { name: '“the” stands twice.' }).click()
  await page.keyboard.type('the')
  await expect(desk.editor.body).toContainText('The mill turns the wheel.')
  await expect(panel.getByText('“the” stands twice.')).toBeHidden()
})

test('the page is copied as rich text', async ({ desk, home, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  home.write(`${LIBRARY}/mill.md`, '---\ntitle: Mill\n---\n\nIt *turns*.\n')
  await desk.openLibrary()
  await desk.library.open('Mill')
  await expect(desk.editor.body).toBeVisible()
  await desk.command('Copy as rich text')
  await expect(desk.notices).toContainText('on the clipboard')
  const html = await desk.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    return item ? (await item.getType('text/html')).text() : ''
  })
  expect(html).toContain('<p>It <em>turns</em>.</p>')
})

test('a page looks the same in the preview, to be read, and exported with many others', async ({
  desk,
  home,
}) => {
  home.write(`${LIBRARY}/mill.md`, ARTICLE)
  home.write(`${LIBRARY}/news/other.md`, '# Other\n\nText.\n')
  home.write(
    `${LIBRARY}/galley-page.css`,
    'h1 { color: rgb(0, 90, 90) }\nbody { background: url(https://tracker.invalid/x.png) }\n',
  )
  const { page } = desk
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await desk.openLibrary()
  await desk.library.open('The mill turns again')
  await page.getByRole('button', { name: 'Design of the page' }).click()
  await page.getByText('The library’s own').click()
  const headline = desk.preview.article.getByRole('heading', { level: 1 })
  await expect(headline).toHaveCSS('color', 'rgb(0, 90, 90)')
  await expect(desk.notices).toContainText('line 2: “background” was left out')

  await desk.command('Reading view')
  const reading = page.frameLocator('iframe[title="Reading view"]').getByRole('article')
  await expect(reading.getByRole('heading', { level: 1 })).toHaveCSS('color', 'rgb(0, 90, 90)')
  const full = page.getByRole('button', { name: 'Full screen' })
  await full.click()
  await expect(full).toHaveAttribute('aria-pressed', 'true')
  await full.click()
  await expect(full).toHaveAttribute('aria-pressed', 'false')
  await reading.press('Escape')
  await expect(desk.dialog).toBeHidden()

  await desk.command('Export many articles')
  await desk.dialog.getByRole('button', { name: 'Choose a folder for 2 articles' }).click()
  await desk.dialog.getByRole('button', { name: 'New folder…' }).click()
  await desk.dialog.getByRole('textbox', { name: 'Name of the new folder' }).fill('Site')
  await desk.dialog.getByRole('button', { name: 'Make it' }).click()
  await desk.dialog.getByText(/Site$/).waitFor()
  await desk.dialog.getByRole('button', { name: 'Export into this folder' }).click()
  await expect(desk.dialog).toContainText('3 written, 0 as they were')
  await expect(desk.dialog).toContainText('gone.png')
  expect(home.read('Site/mill.html')).toContain('<style>h1{color:rgb(0,90,90)}')
  expect(home.read('Site/index.html')).toContain('href="news/other.html"')
  expect(requests.filter((url) => url.includes('tracker.invalid'))).toEqual([])
})
