import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../desk'
import type { Desk } from '../pages/Desk'

const SAMPLES = 'Documents/Galley'

const SCREENS: readonly { readonly name: string; readonly show: (desk: Desk) => Promise<void> }[] =
  [
    { name: 'an article with its preview', show: async () => {} },
    {
      name: 'the details of an article',
      show: async (desk) => {
        await desk.press('Mod+Shift+D')
        await expect(desk.page.getByRole('textbox', { name: 'Slug' })).toBeVisible()
      },
    },
    {
      name: 'the checks before publishing',
      show: async (desk) => {
        await desk.command('Before you publish')
        await expect(desk.page.getByText(/to see to\./)).toBeVisible()
      },
    },
    {
      name: 'the command palette',
      show: async (desk) => {
        await desk.press('Mod+Shift+P')
        await expect(desk.dialog).toBeVisible()
      },
    },
    {
      name: 'the key sheet',
      show: async (desk) => {
        await desk.press('F1')
        await expect(desk.dialog).toBeVisible()
      },
    },
    {
      name: 'the settings',
      show: async (desk) => {
        await desk.press('Mod+,')
        await expect(desk.dialog).toBeVisible()
      },
    },
    {
      name: 'the export',
      show: async (desk) => {
        await desk.press('Mod+Shift+E')
        await expect(desk.dialog).toBeVisible()
      },
    },
    {
      name: 'the outline and the find bar',
      show: async (desk) => {
        await desk.command('Outline')
        await desk.editor.body.getByText('The pilots’ seat').click()
        await desk.command('Find and replace')
        await desk.page.getByRole('textbox', { name: 'Find', exact: true }).fill('harbour')
        await expect(desk.page.getByRole('navigation', { name: 'Outline' })).toBeVisible()
      },
    },
    {
      name: 'the menu at a slash, with the counts shown before',
      show: async (desk) => {
        await desk.page
          .getByRole('banner')
          .getByRole('button', { name: /words$/ })
          .click()
        await expect(desk.page.getByRole('dialog', { name: 'Length of the article' })).toBeVisible()
        await expectNoViolations(desk.page)
        await desk.page.keyboard.press('Escape')
        await desk.editor.body.getByText('The pilots’ seat').click()
        await desk.page.keyboard.press('End')
        await desk.editor.type(' /')
        await expect(desk.page.getByRole('listbox', { name: /Insert/ })).toBeVisible()
      },
    },
    {
      name: 'the menus of a block and of a table, and a hint',
      show: async (desk) => {
        const { editor, page } = desk
        const menus = page.getByRole('menu')
        await editor.body.getByText('The pilots’ seat').hover()
        await page.getByRole('button', { name: /^Block: drag to move/ }).click()
        await page.getByRole('menuitem', { name: 'Turn into' }).hover()
        await expect(menus).toHaveCount(2)
        await expectNoViolations(page)
        await page.keyboard.press('Escape')
        await expect(menus).toHaveCount(0)
        await editor.caretAfter('We kept the river open')
        await page.keyboard.press('Enter')
        await editor.type('| Town | Water |')
        await page.keyboard.press('Enter')
        await editor.toolbar.getByRole('button', { name: 'Table', exact: true }).click()
        await expect(menus).toHaveCount(1)
        await expectNoViolations(page)
        await page.keyboard.press('Escape')
        await editor.toolbar.getByRole('button', { name: 'Bold' }).hover()
        await expect(page.getByRole('region', { name: 'Hint' })).toHaveCount(1)
      },
    },
    {
      name: 'the floating bar, the link list and a footnote',
      show: async (desk) => {
        const { editor, page } = desk
        await editor.body.getByText('The pilots’ seat').dblclick({ position: { x: 12, y: 10 } })
        await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible()
        await expectNoViolations(page)
        await desk.press('Mod+K')
        await page.getByRole('combobox', { name: 'Address' }).fill('proof')
        await expect(page.getByRole('listbox', { name: 'Articles' })).toBeVisible()
        await expectNoViolations(page)
        await page.keyboard.press('Escape')
        await editor.caretAfter('The pilots’ seat')
        await editor.type('[^new]')
        await editor.body.getByText('new', { exact: true }).first().click()
        await expect(page.getByRole('dialog', { name: 'Footnote new' })).toBeVisible()
      },
    },
    {
      name: 'the review, with a suggestion in it',
      show: async (desk) => {
        await desk.command('Settings')
        await desk.dialog.getByRole('textbox', { name: 'Your name' }).fill('Ana Ruiz')
        await desk.dialog.getByRole('button', { name: 'Done' }).click()
        await desk.press('Mod+Shift+G')
        await desk.editor.body.getByText('The pilots’ seat').click()
        await desk.editor.type('x')
        await desk.press('Alt+F8')
        const review = desk.page.getByRole('complementary', { name: 'Review' })
        await expect(review.getByRole('article', { name: 'Suggestion s1' })).toBeVisible()
      },
    },
    {
      name: 'a new article being named',
      show: async (desk) => {
        await desk.press('Alt+Shift+N')
        await expect(desk.dialog).toBeVisible()
      },
    },
  ]

/** Looks at the page in the light theme, and at its colours in the dark one: nothing else differs. */
async function expectNoViolations(page: Page): Promise<void> {
  // No script runs in the preview's frame, axe's neither: its article is looked at outside of it.
  const axe = () => new AxeBuilder({ page }).exclude('iframe')
  // Colours are looked at as they stand, not on their way.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await expectNothingIn(axe())
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await expectNothingIn(axe().withRules(['color-contrast']))
}

async function expectNothingIn(axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.analyze()
  const found = violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary ?? ''}`),
  }))
  expect(found).toEqual([])
}

test.describe('in both themes, axe finds nothing', () => {
  test('on the first start', async ({ desk }) => {
    await expect(desk.welcome).toBeVisible()
    await expectNoViolations(desk.page)
  })

  for (const { name, show } of SCREENS) {
    test(`on ${name}`, async ({ desk }) => {
      await desk.page.getByRole('button', { name: /Open the sample articles/ }).click()
      await desk.library.open('River towns agree')
      await expect(desk.preview.article.getByRole('heading', { level: 1 })).toBeVisible()
      await show(desk)
      await expectNoViolations(desk.page)
    })
  }

  test('on the exported page, which is what the preview shows', async ({ desk, home }) => {
    await desk.page.getByRole('button', { name: /Open the sample articles/ }).click()
    await desk.library.open('River towns agree')
    await expect(desk.editor.body).toBeVisible()
    await desk.press('Mod+Shift+E')
    const file = await desk.exporting.write('HTML')
    const page = await desk.page.context().newPage()
    await page.setContent(home.read(`${SAMPLES}/${file}`))
    await expectNoViolations(page)
  })
})
