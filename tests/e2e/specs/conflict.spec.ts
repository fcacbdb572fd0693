import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { expect, test } from '../desk'
import { type Desk, LIBRARY } from '../pages/Desk'

const FILE = `${LIBRARY}/talks.md`
const TALKS = `---
title: Talks
---

The first day went as such days go.

They talked for five hours and nobody left the room.

* bread &amp; butter
* salt
`

/**
 * Does something while no time passes on the page, which saves what is typed a moment after the last
 * key: two who write at once do so on a slow machine too.
 */
async function whileNothingIsSaved({ page }: Desk, work: () => Promise<void>): Promise<void> {
  await page.clock.setFixedTime(Date.now())
  await work()
  await page.clock.setSystemTime(Date.now())
}

test.describe('a file that another program changed', () => {
  test.beforeEach(async ({ home, desk }) => {
    home.write(FILE, TALKS)
    await desk.openLibrary()
    await desk.library.open('Talks')
    await desk.editor.caretAfter('nobody left the room.')
  })

  test('is shown with the caret where it was, and written on in', async ({ desk, home }) => {
    const page = await desk.editor.body.elementHandle()
    const theirs = TALKS.replace('The first day', 'Rain.\n\nThe first day').replace('salt', 'wine')
    home.write(FILE, theirs)
    await expect(desk.editor.body).toContainText('wine')
    await expect(desk.notices).toContainText('changed by another program')
    await desk.editor.type(' Nobody slept.')
    await expect(() => {
      expect(home.read(FILE)).toBe(theirs.replace('the room.', 'the room. Nobody slept.'))
    }).toPass()
    // The very same page, not one drawn anew.
    expect(await page?.evaluate((element) => element.isConnected)).toBe(true)
  })

  test('is met by keyboard where the same words were changed', async ({ desk, home }) => {
    const theirs = TALKS.replace('nobody left the room.', 'all stayed to the end.')
    await desk.page.keyboard.press('Control+Shift+ArrowLeft')
    await desk.editor.caretAtRest()
    await whileNothingIsSaved(desk, async () => {
      await desk.editor.type('hall for a meal.')
      home.write(FILE, theirs)
      await expect(desk.page.getByRole('alert')).toContainText('where you changed it too')
    })
    expect(home.read(FILE)).toBe(theirs)
    await desk.press('Mod+S')
    const versions = desk.page.getByRole('region', { name: 'Two versions of this article' })
    await expect(versions).toContainText('Nothing is written until you have decided')
    await desk.press('n')
    await desk.press('3')
    await expect(versions.getByRole('button', { name: 'Use this' })).toBeEnabled()
    expect(home.read(FILE)).toBe(theirs)
    await desk.press('Mod+Enter')
    await expect(versions).toBeHidden()
    await expect(() => {
      const saved = home.read(FILE)
      expect(saved).toContain('all stayed to the end.')
      expect(saved).toContain('hall for a meal.')
    }).toPass()
    await expect(desk.saveMark).toHaveText('Saved')
    // The keys are the page's again.
    await desk.editor.type('!')
    await expect(() => expect(home.read(FILE)).toContain('!')).toPass()
  })

  test('is merged with what is being written, in a long article too', async ({ desk, home }) => {
    const long = `${LIBRARY}/long.md`
    const days = Array.from(
      { length: 400 },
      (_, day) => `Day ${day} went as such days go, and so did they.`,
    )
    const text = `---\ntitle: Long\n---\n\n${days.join('\n\n')}\n`
    home.write(long, text)
    await desk.library.open('Long')
    await desk.editor.caretAfter('Day 3 went')
    home.write(long, text.replace('Day 350 went', 'Day 350 came and went'))
    await desk.editor.type(' Truly.')
    const both = text
      .replace('Day 350 went', 'Day 350 came and went')
      .replace(
        'Day 3 went as such days go, and so did they.',
        'Day 3 went as such days go, and so did they. Truly.',
      )
    await expect(() => expect(home.read(long)).toBe(both)).toPass()
  })

  test('is left alone when a person decides later', async ({ desk, home }) => {
    const theirs = TALKS.replace('nobody left the room.', 'all stayed to the end.')
    await desk.page.keyboard.press('Control+Shift+ArrowLeft')
    await desk.editor.caretAtRest()
    await whileNothingIsSaved(desk, async () => {
      await desk.editor.type('hall.')
      home.write(FILE, theirs)
      await expect(desk.page.getByRole('alert')).toBeVisible()
    })
    await desk.command('Compare with the file on disk')
    const versions = desk.page.getByRole('region', { name: 'Two versions of this article' })
    await expect(versions).toBeVisible()
    await desk.press('Escape')
    await expect(versions).toBeHidden()
    await expect(desk.editor.body).toContainText('hall.')
    expect(home.read(FILE)).toBe(theirs)
  })

  test('is made again on request when it was deleted', async ({ desk, home }) => {
    rmSync(home.at(FILE))
    await expect(desk.page.getByRole('alert')).toContainText('deleted or moved')
    await desk.editor.type(' Still here.')
    await desk.press('Mod+S')
    await expect(() => {
      expect(home.read(FILE)).toBe(TALKS.replace('the room.', 'the room. Still here.'))
    }).toPass()
    await expect(desk.page.getByRole('alert')).toBeHidden()
  })

  test('is followed when it was moved', async ({ desk, home }) => {
    mkdirSync(home.at(`${LIBRARY}/news`))
    renameSync(home.at(FILE), home.at(`${LIBRARY}/news/talks.md`))
    await expect(desk.notices).toContainText('moved “talks.md” to “news/talks.md”')
    await desk.editor.type(' Still here.')
    await expect(() => {
      expect(home.read(`${LIBRARY}/news/talks.md`)).toContain('the room. Still here.')
    }).toPass()
  })
})

test('pictures go along with their article, and what a sync program made of it is merged', async ({
  desk,
  home,
}) => {
  const { editor, library, page } = desk
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const talks = '---\ntitle: Talks\n---\n\nFive hours.\n\nNobody slept.\n'
  home.write(`${LIBRARY}/talks.md`, talks)
  home.write(`${LIBRARY}/inside/other.md`, '# Other\n')
  home.write(
    `${LIBRARY}/talks.sync-conflict-20251124-101112-ABCDEFG.md`,
    talks.replace('slept', 'ate'),
  )
  await desk.openLibrary()
  await library.article('Talks').first().click()

  await test.step('a copy is compared with its article, and what both say is decided', async () => {
    await expect(page.getByText('Syncthing kept another version of this article')).toBeVisible()
    await page.getByRole('button', { name: 'Compare versions' }).click()
    const versions = page.getByRole('region', { name: 'Two versions of this article' })
    await expect(versions).toContainText('The copy from Syncthing')
    await desk.press('n')
    await desk.press('2')
    await desk.press('Mod+Enter')
    await expect(() => {
      expect(home.read(`${LIBRARY}/talks.md`)).toBe(talks.replace('slept', 'ate'))
    }).toPass()
    await desk.notices.getByRole('button', { name: 'Move the copy to the trash' }).click()
    await expect(library.article('Talks')).toHaveCount(1)
  })

  await test.step('a picture is copied beside its article', async () => {
    await editor.caretAfter('Five hours.')
    await page.keyboard.press('Enter')
    // Listened for early: the browser is told of it by another way than of the keys.
    const chosen = page.waitForEvent('filechooser')
    await editor.type('/picture')
    await expect(page.getByRole('option', { name: /^Picture/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await (await chosen).setFiles({
      name: 'ferry.png',
      mimeType: 'image/png',
      buffer: Buffer.from(png, 'base64'),
    })
    await expect(editor.body.getByRole('group', { name: 'Picture' })).toBeVisible()
    await expect(() => {
      expect(home.read(`${LIBRARY}/talks.md`)).toContain('](ferry.png)')
    }).toPass()
  })

  await test.step('it goes along, and is missed where it was', async () => {
    await library.choose('Talks', 'Move to folder…')
    await desk.dialog.getByRole('combobox', { name: 'Folder' }).fill('inside')
    await desk.dialog.getByRole('button', { name: 'Move' }).click()
    await expect(() => {
      expect(home.read(`${LIBRARY}/inside/talks.md`)).toContain('](ferry.png)')
      expect(home.bytes(`${LIBRARY}/inside/ferry.png`)).toEqual(
        new Uint8Array(Buffer.from(png, 'base64')),
      )
    }).toPass()
    rmSync(home.at(`${LIBRARY}/inside/ferry.png`))
    await library.open('Other')
    await library.open('Talks')
    await expect(editor.body).toContainText(
      'There is no picture at “inside/ferry.png” in the library.',
    )
  })
})
