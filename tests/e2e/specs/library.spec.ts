import { existsSync, readdirSync, rmSync } from 'node:fs'
import { expect, test } from '../desk'
import { LIBRARY } from '../pages/Desk'

test.describe('the library', () => {
  test.beforeEach(({ home }) => {
    home.write(
      `${LIBRARY}/first.md`,
      '---\ntitle: First article\nstatus: draft\n---\n\nOne two three.\n',
    )
    home.write(`${LIBRARY}/inside/second.md`, '# Second article\n\nBody.\n')
    home.write(`${LIBRARY}/picture.png`, 'not an article')
  })

  test('shows a folder, files its articles, and takes back what was trashed', async ({
    desk,
    home,
  }) => {
    const { library } = desk
    const before = readdirSync(home.at(LIBRARY), { recursive: true }).sort()
    await desk.openLibrary()

    await test.step('the articles of a folder and of the folders inside it', async () => {
      await expect(library.article('First article')).toContainText('draft')
      await expect(library.article('First article')).toContainText('5 words')
      await expect(library.article('Second article')).toBeVisible()
      await expect(library.tree).not.toContainText('picture')
    })

    await test.step('nothing is written into a folder that is only read', async () => {
      await library.open('First article')
      await expect(desk.editor.body).toContainText('One two three.')
      expect(readdirSync(home.at(LIBRARY), { recursive: true }).sort()).toEqual(before)
    })

    await test.step('what other programs add and take away', async () => {
      home.write(`${LIBRARY}/third.md`, '# Third article\n')
      await expect(library.article('Third article')).toBeVisible()
      rmSync(home.at(`${LIBRARY}/third.md`))
      await expect(library.article('Third article')).toHaveCount(0)
    })

    await test.step('what was trashed comes back', async () => {
      await library.choose('Second article', 'Move to trash')
      await expect(library.article('Second article')).toHaveCount(0)
      expect(existsSync(home.at(`${LIBRARY}/inside/second.md`))).toBe(false)
      await desk.notices.getByRole('button', { name: 'Undo' }).click()
      await expect(library.article('Second article')).toBeVisible()
      expect(home.read(`${LIBRARY}/inside/second.md`)).toContain('Body.')
    })

    await test.step('names and copies are the same on disk as in the list', async () => {
      await library.choose('First article', 'Rename')
      await desk.dialog.getByRole('textbox', { name: 'File name' }).fill('renamed')
      await desk.dialog.getByRole('button', { name: 'Rename' }).click()
      await expect(() => expect(home.read(`${LIBRARY}/renamed.md`)).toContain('First')).toPass()

      await library.choose('First article', 'Duplicate')
      await expect(library.article('First article')).toHaveCount(2)
    })
  })

  test('is reopened where one left off', async ({ desk, start, home }) => {
    await desk.openLibrary()
    await desk.library.open('First article')
    await desk.editor.caretAfter('One two three.')
    await desk.editor.type(' Four.')
    await expect(() => expect(home.read(`${LIBRARY}/first.md`)).toContain('Four.')).toPass()
    await desk.stop()

    const again = await start()
    await expect(again.editor.headline).toHaveValue('First article')
    await expect(again.editor.body).toBeFocused()
    await again.editor.type(' Five.')
    await expect(() => expect(home.read(`${LIBRARY}/first.md`)).toContain('Four. Five.')).toPass()
  })
})
