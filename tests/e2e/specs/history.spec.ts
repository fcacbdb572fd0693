import { chmodSync } from 'node:fs'
import { createNodeJournals } from '../../../main/adapters/node/nodeJournals'
import { appDataFolder } from '../../../main/adapters/node/places'
import { readJournal } from '../../../main/services/journals/journal'
import { expect, test } from '../desk'
import { type Desk, LIBRARY } from '../pages/Desk'

const FILE = `${LIBRARY}/talks.md`

/** Whether a journal among Galley's own files holds these words. */
async function isJournalled({ home }: Desk, words: string): Promise<boolean> {
  const journals = createNodeJournals(appDataFolder(home.env, process.platform))
  for (const { name } of await journals.list()) {
    const read = readJournal((await journals.read(name)) ?? new Uint8Array())
    if (read.kind === 'sound' && read.journal.text.includes(words)) return true
  }
  return false
}

/** Types what cannot be saved, and waits until the journal has it. */
async function typeUnsaved(desk: Desk): Promise<void> {
  const { editor, home } = desk
  // Only once the article is open: one that was read-only when it was opened takes no words.
  await editor.caretAfter('Nobody spoke.')
  chmodSync(home.at(FILE), 0o444)
  await editor.type(' Then somebody did.')
  await expect.poll(() => isJournalled(desk, 'Then somebody did.')).toBe(true)
}

const TALKS = '---\ntitle: Peace talks\n---\n\nThe talks ran five hours.\n\nNobody spoke.\n'

test.describe('what was written', () => {
  test.beforeEach(({ home }) => home.write(FILE, TALKS))

  test('is back on the page when Galley was killed before it was saved', async ({
    start,
    home,
  }) => {
    const desk = await start()
    await desk.openLibrary()
    await desk.library.open('Peace talks')
    await typeUnsaved(desk)
    await desk.kill()
    chmodSync(home.at(FILE), 0o644)
    const again = await start()
    await expect(again.editor.body).toContainText('Nobody spoke. Then somebody did.')
    await expect(again.notices).toContainText('stopped before your last changes to “talks.md”')
    await expect(() => expect(home.read(FILE)).toContain('Then somebody did.')).toPass()
  })

  test('is asked about when the file was changed after the crash', async ({ start, home }) => {
    const desk = await start()
    await desk.openLibrary()
    await desk.library.open('Peace talks')
    await typeUnsaved(desk)
    await desk.kill()
    chmodSync(home.at(FILE), 0o644)
    const theirs = TALKS.replace('five', 'six')
    home.write(FILE, theirs)
    const again = await start()
    const dialog = again.page.getByRole('dialog', { name: 'Words that were not saved' })
    await expect(dialog.getByRole('insertion').last()).toContainText('Then somebody did.')
    expect(home.read(FILE)).toBe(theirs)
    await dialog.getByRole('button', { name: 'Bring both together' }).click()
    await expect(again.editor.body).toContainText('six hours')
    await expect(again.editor.body).toContainText('Then somebody did.')
  })

  test('R61 can be looked up in the history, and comes back', async ({ desk, home }) => {
    // Long enough to be compared beside the page.
    const long = `${TALKS}\n${'The ferries sailed again. '.repeat(400)}\n`
    home.write(FILE, long)
    await desk.openLibrary()
    await desk.library.open('Peace talks')
    await desk.editor.caretAfter('Nobody spoke.')
    await desk.editor.type(' Then somebody did.')
    await desk.press('Mod+S')
    await expect(() => expect(home.read(FILE)).toContain('somebody')).toPass()
    await desk.command('History')
    const pane = desk.page.getByRole('complementary', { name: 'History' })
    const versions = pane.getByRole('listbox', { name: 'Versions' }).getByRole('option')
    await expect(versions.last()).toContainText('found in the file')
    await pane.getByRole('listbox', { name: 'Versions' }).press('End')
    await pane.getByRole('combobox', { name: 'Compare with' }).selectOption('The page now')
    await expect(pane.getByRole('insertion')).toContainText('Then somebody did.')
    await pane.getByRole('button', { name: 'As an article' }).click()
    const compared = desk.page.frameLocator('iframe[title="Compared versions"]')
    await expect(compared.getByRole('insertion')).toContainText('Then somebody did.')
    await expect(desk.dialog).toContainText('3 words added, 0 words removed')
    await desk.page.keyboard.press('Escape')
    await pane.getByRole('listbox', { name: 'Versions' }).press('Home')
    await pane.getByRole('textbox', { name: 'Name' }).fill('With an answer')
    await desk.page.keyboard.press('Enter')
    await expect(versions.first()).toContainText('With an answer')
    await pane.getByRole('listbox', { name: 'Versions' }).press('End')
    await pane.getByRole('button', { name: 'Restore' }).click()
    await expect(() => expect(home.read(FILE) === long).toBe(true)).toPass()
    await desk.notices.getByRole('button', { name: 'Undo' }).click()
    await expect(() => expect(home.read(FILE)).toContain('somebody')).toPass()
  })
})
