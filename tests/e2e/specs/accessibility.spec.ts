import type { Page } from '@playwright/test'
import { violationsOn } from '../axe'
import { expect, test } from '../desk'
import type { Desk } from '../pages/Desk'

const SAMPLES = 'Documents/Galley'

/** Brings a view onto the desk and looks at it; a view that is at fault does not hide the next. */
async function look(desk: Desk, name: string, show: () => Promise<void>): Promise<void> {
  await test.step(name, async () => {
    await show()
    await expectNoViolations(desk.page, name)
  })
}

async function expectNoViolations(page: Page, name: string): Promise<void> {
  expect.soft(await violationsOn(page), name).toEqual([])
}

async function openSample(desk: Desk): Promise<void> {
  await desk.page.getByRole('button', { name: /Open the sample articles/ }).click()
  await desk.library.open('River towns agree')
  await expect(desk.preview.article.getByRole('heading', { level: 1 })).toBeVisible()
}

async function close(desk: Desk): Promise<void> {
  await desk.press('Escape')
  await expect(desk.dialog).toHaveCount(0)
}

// A desk serves several views: to start one and open the article takes longer than to look at them.
test.describe('in both themes, axe finds nothing', () => {
  test('on the first start and on each pane', async ({ desk, home }) => {
    const { page } = desk
    await look(desk, 'the first start', () => expect(desk.welcome).toBeVisible())
    await look(desk, 'an article with its preview', () => openSample(desk))
    await look(desk, 'the details of an article', async () => {
      await desk.press('Mod+Shift+D')
      await expect(page.getByRole('textbox', { name: 'Slug' })).toBeVisible()
    })
    await look(desk, 'the checks before publishing', async () => {
      await desk.command('Before you publish')
      await expect(page.getByText(/to see to\./)).toBeVisible()
    })
    await look(desk, 'the outline and the find bar', async () => {
      await desk.command('Outline')
      await desk.editor.body.getByText('The pilots’ seat').click()
      await desk.command('Find and replace')
      await page.getByRole('textbox', { name: 'Find', exact: true }).fill('harbour')
      await expect(page.getByRole('navigation', { name: 'Outline' })).toBeVisible()
    })
    await desk.press('Escape')
    await look(desk, 'the review, with a suggestion in it', async () => {
      await desk.command('Settings')
      await desk.dialog.getByRole('textbox', { name: 'Your name' }).fill('Ana Ruiz')
      await desk.dialog.getByRole('button', { name: 'Done' }).click()
      await desk.press('Mod+Shift+G')
      await desk.editor.body.getByText('The pilots’ seat').click()
      await desk.editor.type('x')
      await desk.press('Alt+F8')
      const review = page.getByRole('complementary', { name: 'Review' })
      await expect(review.getByRole('article', { name: 'Suggestion s1' })).toBeVisible()
    })
    await test.step('the exported page, which is what the preview shows', async () => {
      await desk.press('Mod+Shift+E')
      const file = await desk.exporting.write('HTML')
      const exported = await page.context().newPage()
      await exported.setContent(home.read(`${SAMPLES}/${file}`))
      await expectNoViolations(exported, 'the exported page')
    })
  })

  test('on each dialog and each menu of a block', async ({ desk }) => {
    const { editor, page } = desk
    await openSample(desk)
    for (const [name, keys] of [
      ['the command palette', 'Mod+Shift+P'],
      ['the key sheet', 'F1'],
      ['the settings', 'Mod+,'],
      ['the export', 'Mod+Shift+E'],
      ['a new article being named', 'Alt+Shift+N'],
    ] as const) {
      await look(desk, name, async () => {
        await desk.press(keys)
        await expect(desk.dialog).toBeVisible()
      })
      await close(desk)
    }
    const menus = page.getByRole('menu')
    await look(desk, 'the menus of a block', async () => {
      await editor.body.getByText('The pilots’ seat').hover()
      await page.getByRole('button', { name: /^Block: drag to move/ }).click()
      await page.getByRole('menuitem', { name: 'Turn into' }).hover()
      await expect(menus).toHaveCount(2)
    })
    await desk.press('Escape')
    await expect(menus).toHaveCount(0)
    await look(desk, 'the menu of a table', async () => {
      await editor.caretAfter('We kept the river open')
      await desk.press('Enter')
      await editor.type('| Town | Water |')
      await desk.press('Enter')
      await editor.toolbar.getByRole('button', { name: 'Table', exact: true }).click()
      await expect(menus).toHaveCount(1)
    })
    await desk.press('Escape')
    await expect(menus).toHaveCount(0)
  })

  test('on what stands at the caret', async ({ desk }) => {
    const { editor, page } = desk
    await openSample(desk)
    await look(desk, 'a hint', async () => {
      await editor.toolbar.getByRole('button', { name: 'Bold' }).hover()
      await expect(page.getByRole('region', { name: 'Hint' })).toHaveCount(1)
    })
    const counts = page.getByRole('dialog', { name: 'Length of the article' })
    await look(desk, 'the counts', async () => {
      await page
        .getByRole('banner')
        .getByRole('button', { name: /words$/ })
        .click()
      await expect(counts).toBeVisible()
    })
    await close(desk)
    await look(desk, 'the floating bar', async () => {
      await editor.body.getByText('The pilots’ seat').dblclick({ position: { x: 12, y: 10 } })
      await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible()
    })
    await look(desk, 'the link list', async () => {
      await desk.press('Mod+K')
      await page.getByRole('combobox', { name: 'Address' }).fill('proof')
      await expect(page.getByRole('listbox', { name: 'Articles' })).toBeVisible()
    })
    await close(desk)
    await look(desk, 'the menu at a slash', async () => {
      await editor.caretAfter('The pilots’ seat')
      await editor.type(' /')
      await expect(page.getByRole('listbox', { name: /Insert/ })).toBeVisible()
    })
    await desk.press('Escape')
    await look(desk, 'a footnote', async () => {
      await desk.press('Backspace')
      await editor.type('[^new]')
      await editor.body.getByText('new', { exact: true }).first().click()
      await expect(page.getByRole('dialog', { name: 'Footnote new' })).toBeVisible()
    })
  })
})
