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

/** Every field of the details in its order: what is typed into it, and its line in the file. */
const FIELDS: readonly (readonly [label: string, typed: string, line: string])[] = [
  ['Headline', 'The mill turns', 'title: The mill turns'],
  ['Standfirst', 'A year after the flood.', 'standfirst: A year after the flood.'],
  ['Bylines', 'Ana Ruiz, Ben Okri', 'authors: [Ana Ruiz, Ben Okri]'],
  ['Dateline', 'Geneva', 'dateline: Geneva'],
  ['Slug', 'mill-again', 'slug: mill-again'],
  ['Section', 'Region', 'section: Region'],
  ['Tags', 'sails, wind, wheels', 'tags: [sails, wind, wheels]'],
  ['Status', 'in review', 'status: in review'],
  ['Reviewer', 'ben', 'reviewer: ben'],
  ['Language', 'en-GB', 'lang: en-GB'],
  ['Published', '2026-03-04', 'date: 2026-03-04'],
  ['Changed', '2026-03-05', 'modified: 2026-03-05'],
  ['Embargo until', '2026-03-01', 'embargo: 2026-03-01'],
  ['Summary for search', 'It turns: again.', 'description: "It turns: again."'],
  ['Summary for cards', 'Look, it turns.', 'social_description: Look, it turns.'],
  ['Focus keyphrase', 'old mill', 'keyphrase: old mill'],
  ['Canonical address', 'https://example.org/mill', 'canonical: https://example.org/mill'],
  ['File or address', 'mill.png', 'image: mill.png'],
  ['Description', 'A mill.', 'image_alt: A mill.'],
  ['Caption', 'In spring.', 'image_caption: In spring.'],
  ['Credit', 'Photo: Ana', 'image_credit: "Photo: Ana"'],
]

/** The smallest picture there is. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('details are filled in by key, each under its own, and shown wherever the article is', async ({
  desk,
  home,
}) => {
  home.write(`${LIBRARY}/mill.png`, PNG)
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

  await panel.getByRole('textbox', { name: 'Headline' }).focus()
  for (const [label, typed] of FIELDS) {
    const field = panel.getByRole('textbox', { name: label, exact: true })
    // Buttons may stand between two fields.
    for (let steps = 0; steps < 3; steps++) {
      if (await field.evaluate((node) => node === document.activeElement)) break
      await page.keyboard.press('Tab')
    }
    await expect(field).toBeFocused()
    await desk.press('Mod+A')
    await page.keyboard.insertText(typed)
  }
  await expect(panel.getByText('16 of 160 characters')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(panel.getByRole('button', { name: 'Add a correction' })).toBeFocused()
  await page.keyboard.press('Enter')
  for (const text of ['', 'It has four sails.', '2026-03-06']) {
    await page.keyboard.press('Shift+Tab')
    if (text === '') continue
    await desk.press('Mod+A')
    await page.keyboard.insertText(text)
  }
  await desk.press('Mod+S')
  const corrected = 'corrections:\n  - date: 2026-03-06\n    text: It has four sails.\n'
  await expect.poll(() => home.read(`${LIBRARY}/mill.md`)).toContain(corrected)

  const saved = home.read(`${LIBRARY}/mill.md`)
  const lines = saved.split('\n')
  expect(FIELDS.filter(([, , line]) => !lines.includes(line))).toEqual([])
  // A status is dated as one chosen in the review is, once its field is left.
  expect(saved).toMatch(/^statusDates: \[in review \d{4}-\d\d-\d\dT\d\d:\d\dZ\]$/m)
  expect(saved).toContain('weight: 01234 # for the list\n')
  expect(saved.endsWith('---\n\nThe mill turns the the wheel.\n\n![](gone.png)\n')).toBe(true)

  const card = panel.getByRole('figure', { name: 'As a card' })
  for (const words of ['The mill turns', 'Look, it turns.']) await expect(card).toContainText(words)
  await expect(card.getByRole('img', { name: 'A mill.' })).toBeVisible()
  const result = panel.getByRole('figure', { name: 'In a search' })
  await expect(result).toContainText('It turns: again.')

  // The preview takes the panel's place.
  await desk.press('Mod+Shift+D')
  const shown = [
    ...['Region', 'The mill turns', 'A year after the flood.', 'Ana Ruiz', 'Ben Okri', 'Geneva'],
    ...['4 March 2026', '5 March 2026', 'In spring.', 'Photo: Ana', 'It has four sails.'],
  ]
  for (const words of shown) await expect(desk.preview.article).toContainText(words)
  await desk.press('Mod+Shift+E')
  const html = home.read(`${LIBRARY}/${await desk.exporting.write('HTML')}`)
  for (const words of [...shown, 'Look, it turns.', 'https://example.org/mill']) {
    expect(html).toContain(words)
  }
})

test('keys that Galley does not know are edited as what they are, and the rest is kept', async ({
  desk,
  home,
}) => {
  const before = `---
title: The mill
weight: 10   # in the list
draft: true
series: 'Mills'
aliases:
  - /old/mill # 2019
  - "/mill"
params:
  # for the theme
  columns: 02
---

It turns.
`
  home.write(`${LIBRARY}/mill.md`, before)
  const { page } = desk
  await desk.openLibrary()
  await desk.library.open('The mill')
  await expect(desk.editor.body).toBeVisible()
  await desk.press('Mod+Shift+D')
  const panel = page.getByRole('complementary', { name: 'Details' })
  const others = panel.getByRole('group', { name: 'Also in the file' })
  await expect(others).toContainText('# for the theme')
  await others.getByRole('checkbox', { name: 'draft' }).uncheck()
  const weight = others.getByRole('textbox', { name: 'weight' })
  await weight.fill('ten')
  await expect(others).toContainText('“ten” is no number; the file keeps 10.')
  await weight.fill('')
  await weight.fill('25')
  await others.getByRole('textbox', { name: 'series' }).fill('Wind mills')
  await others.getByRole('textbox', { name: 'aliases' }).fill('/old/mill, /wind')
  await desk.press('Mod+S')
  await expect
    .poll(() => home.read(`${LIBRARY}/mill.md`))
    .toBe(
      before
        .replace('10   #', '25   #')
        .replace('draft: true', 'draft: false')
        .replace("'Mills'", "'Wind mills'")
        .replace('"/mill"', '"/wind"'),
    )
})

test('checks lead to what is to be seen to, and the page is copied as rich text', async ({
  desk,
  home,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  home.write(`${LIBRARY}/mill.md`, ARTICLE)
  home.write(`${LIBRARY}/other.md`, '---\ntitle: Other\n---\n\nIt *turns*.\n')
  const { page } = desk
  await desk.openLibrary()

  await test.step('the checks', async () => {
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

  await test.step('the clipboard', async () => {
    await desk.library.open('Other')
    await expect(desk.editor.body).toContainText('It turns.')
    await desk.command('Copy as rich text')
    await expect(desk.notices).toContainText('on the clipboard')
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      return item ? (await item.getType('text/html')).text() : ''
    })
    expect(html).toContain('<p>It <em>turns</em>.</p>')
  })
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
