import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { Document, HeadingLevel, Packer, Paragraph } from 'docx'
import { expect, test } from '../desk'
import type { Desk } from '../pages/Desk'
import { LIBRARY } from '../pages/Desk'

async function choose(desk: Desk, name: string, content: Buffer): Promise<void> {
  const choosing = desk.page.waitForEvent('filechooser')
  await desk.command('Import')
  await (await choosing).setFiles({ name, mimeType: 'application/octet-stream', buffer: content })
}

async function expectAccessible(desk: Desk): Promise<void> {
  const { violations } = await new AxeBuilder({ page: desk.page })
    .include('dialog')
    .setLegacyMode()
    .analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

test('imports a Word document and a text, and says what became of them', async ({ desk, home }) => {
  home.write(`${LIBRARY}/ferry.md`, '---\ntitle: Ferry\n---\n\nWords.\n')
  await desk.openLibrary()
  await desk.library.open('Ferry')
  const imported = desk.page.getByRole('dialog', { name: 'Imported' })

  await test.step('Word', async () => {
    const document = new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: 'Salt is dear', heading: HeadingLevel.TITLE }),
            new Paragraph({ text: 'Why', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({ text: 'Two boats', bullet: { level: 0 } }),
          ],
        },
      ],
    })
    await choose(desk, 'salt.docx', await Packer.toBuffer(document))
    await expect(imported.getByText('Kept: 1 headline, 1 heading, 1 list.')).toBeVisible()
    await expectAccessible(desk)
    await desk.page.keyboard.press('Enter')
    await expect(imported).toBeHidden()
    await expect(desk.editor.headline).toHaveValue('Salt is dear')
    await expect(desk.editor.body.getByRole('heading', { name: 'Why' })).toBeVisible()
    expect(home.read(`${LIBRARY}/salt-is-dear.md`)).toContain('## Why\n\n- Two boats\n')
  })

  await test.step('a text that LibreOffice saved, with its picture', async () => {
    const odt = new URL('../../fixtures/odt/libreoffice.odt', import.meta.url)
    await choose(desk, 'ferries.odt', readFileSync(odt))
    await expect(imported.getByText(/Kept: .*1 picture/)).toBeVisible()
    await desk.page.keyboard.press('Enter')
    await expect(desk.editor.headline).toHaveValue('Ferries sail again')
    await expect(desk.editor.body.getByRole('img', { name: 'A ferry at the quay' })).toBeVisible()
    const saved = home.read(`${LIBRARY}/ferries-sail-again.md`)
    const [, picture = ''] = /!\[A ferry at the quay\]\(([^)]*)\)/.exec(saved) ?? []
    expect(home.bytes(`${LIBRARY}/${picture}`).length).toBeGreaterThan(100)
    expect(saved).toContain('went back to work on *Monday*')
  })

  await test.step('plain text, whose structure is asked about', async () => {
    const text =
      'Ferries sail again\n\nPhoto: The Solveig in fog\n\nThe crews of the harbour ferries went back to work on Monday, after nine days without a boat.\n\nThe demands\n\n• Two boats\n• A roster\n\nThe council meets in spring.\n\nLeave a Reply\n'
    await choose(desk, 'scrape.txt', Buffer.from(text))
    const asking = desk.page.getByRole('dialog', { name: 'Give this text its structure?' })
    await expect(asking).toBeVisible()
    await expectAccessible(desk)
    await asking.getByRole('checkbox', { name: 'Set aside' }).uncheck()
    await desk.page.keyboard.press('Enter')
    await expect(imported).toBeVisible()
    await desk.page.keyboard.press('Escape')
    await expect(desk.editor.headline).toHaveValue('Ferries sail again')
    await expect(desk.editor.body).toContainText('Leave a Reply')
    // The caption stands ready for a picture that a text cannot bring.
    await expect(desk.editor.body).toContainText('No picture yet.')
    await expect(desk.editor.body.getByRole('heading', { name: 'The demands' })).toBeVisible()
  })

  await test.step('what cannot be read is said, with its name', async () => {
    await choose(desk, 'broken.docx', Buffer.from('no document'))
    await expect(desk.notices).toContainText('“broken.docx” was not imported')
  })
})
