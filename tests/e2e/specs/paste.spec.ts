import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { hostilePayloads, TRACKER } from '../../support/hostileClipboard'
import { expect, test } from '../desk'
import { LIBRARY } from '../pages/Desk'

const fixture = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/paste/${name}`, import.meta.url)), 'utf8')

const SCRAPE = `Ferries sail again in Norhaven

Ferry strike
The ferry strike ends after nine days in Norhaven.

The crews of the harbour ferries in Norhaven went back to work on Monday, and the owners promised them two new vessels before the winter.

What the crews won

The agreement gives the crews a new roster, which they had asked for since spring. The main points include:

• Two new boats
• A shorter night shift

Also Read

Leave a Reply`

test('pastes from programs, with one undo for the whole of it', async ({ sharedDesk: desk }) => {
  const { home } = desk
  home.write(`${LIBRARY}/ferry.md`, '---\ntitle: Ferry\n---\n\nThe ferryman waits.\n')
  await desk.library.open('The ferryman waits.')
  const { editor, page } = desk
  await editor.caretAfter('The ferryman waits.')

  await test.step('Google Docs: headings, emphasis, nested lists, tasks and a table', async () => {
    await page.keyboard.press('Enter')
    await editor.paste({ 'text/html': fixture('google-docs.html'), 'text/plain': 'words' })
    await expect(editor.body.getByRole('heading', { name: 'What they won' })).toBeVisible()
    await expect(editor.body.getByText('one small')).toBeVisible()
    await expect(editor.body.getByRole('table')).toBeVisible()
    await expect
      .poll(() => home.read(`${LIBRARY}/ferry.md`))
      .toContain(fixture('google-docs.md').trim())
  })

  await test.step('one undo takes it back', async () => {
    await desk.press('Mod+Z')
    await expect(editor.body.getByRole('table')).toHaveCount(0)
    await expect(editor.body).toHaveText('The ferryman waits.')
  })

  await test.step('several blocks into the middle of a word part it', async () => {
    await editor.caretAfter('The ferryman waits.')
    await page.keyboard.press('Home')
    await editor.caretAtRest()
    for (let step = 0; step < 'The ferry'.length; step++) await page.keyboard.press('ArrowRight')
    await expect
      .poll(() => page.evaluate(() => window.getSelection()?.anchorOffset))
      .toBe('The ferry'.length)
    await editor.caretAtRest()
    await editor.paste({
      'text/html': '<p>One <b>bold</b> word.</p><h2>Middle</h2><p>Last words.</p>',
      'text/plain': 'words',
    })
    await expect
      .poll(() => home.read(`${LIBRARY}/ferry.md`))
      .toContain('The ferryOne **bold** word.\n\n## Middle\n\nLast words.man waits.')
    await desk.press('Mod+Z')
    await expect(editor.body).toHaveText('The ferryman waits.')
  })

  await test.step('Markdown becomes what it means, and with Shift stays as typed', async () => {
    await editor.caretAfter('The ferryman waits.')
    await page.keyboard.press('Enter')
    await editor.paste({ 'text/plain': '## A heading\n\n- one\n- two with **bold**\n' })
    await expect(editor.body.getByRole('heading', { name: 'A heading' })).toBeVisible()
    await desk.press('Mod+Z')
    await editor.paste({ 'text/plain': '## A heading\n\n- one' }, 'ControlOrMeta+Shift+V')
    await expect(editor.body.getByText('## A heading')).toBeVisible()
    await expect(editor.body.getByRole('heading')).toHaveCount(0)
    await desk.press('Mod+Z')
  })

  await test.step('a picture that came along becomes a file beside the article', async () => {
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    await editor.paste({
      'text/html': `<p>Before</p><p><img alt="A ferry" src="data:image/png;base64,${png}"></p><p>After</p>`,
      'text/plain': 'words',
    })
    await expect(editor.body.getByRole('group', { name: 'Picture' })).toBeVisible()
    await expect.poll(() => home.read(`${LIBRARY}/ferry.md`)).toContain('![A ferry](picture-1.png)')
  })

  await test.step('text dropped from a program falls where it is dropped, clean', async () => {
    await editor.drop(
      { 'text/html': '<p style="color:red">at <b>six</b></p>', 'text/plain': 'at six' },
      editor.body.getByText('After'),
    )
    await expect(editor.body.getByText('six')).toBeVisible()
    await expect.poll(() => home.read(`${LIBRARY}/ferry.md`)).toContain('Afterat **six**\n')
    await desk.press('Mod+Z')
    await expect(editor.body.getByText('six')).toHaveCount(0)
  })
})

test('code takes what is pasted as it is', async ({ sharedDesk: desk }) => {
  const { home } = desk
  home.write(`${LIBRARY}/code.md`, '---\ntitle: Pasted code\n---\n\n```sh\ndepart\n```\n')
  await desk.library.open('Pasted code')
  await desk.editor.caretAfter('depart')
  await desk.editor.paste({
    'text/html': '<h1>Big</h1>',
    'text/plain': ' --at **05:40**\n# not a heading',
  })
  await expect
    .poll(() => home.read(`${LIBRARY}/code.md`))
    .toContain('```sh\ndepart --at **05:40**\n# not a heading\n```')
})

test('a scrape is offered its structure, by keyboard', async ({ sharedDesk: desk }) => {
  const { home } = desk
  home.write(`${LIBRARY}/scrape.md`, '\n')
  await desk.library.open('scrape')
  const { editor, page } = desk
  await editor.body.click()
  await editor.paste({ 'text/plain': SCRAPE })
  const dialog = page.getByRole('dialog', { name: 'Give this text its structure?' })
  await expect(dialog.getByRole('checkbox', { name: 'Headline' })).toBeChecked()
  await expect(dialog.getByText('Leave a Reply')).toBeVisible()
  // The words are in the article already, as they came.
  await expect(editor.body).toContainText('• Two new boats')

  await dialog.getByRole('checkbox', { name: 'Picture caption' }).focus()
  await page.keyboard.press('Space')
  await expect(dialog.getByRole('button', { name: 'Use 4 of 5' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(editor.headline).toHaveValue('Ferries sail again in Norhaven')
  await expect(editor.body.getByRole('heading', { name: 'What the crews won' })).toBeVisible()
  await expect(editor.body.getByRole('listitem')).toHaveCount(2)
  await expect(editor.body.getByText('The ferry strike ends after nine days')).toBeVisible()
  await expect(editor.body).not.toContainText('Leave a Reply')

  await editor.body.focus()
  await desk.press('Mod+Z')
  await expect(editor.body).not.toContainText('What the crews won')

  await editor.paste({ 'text/plain': SCRAPE })
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(editor.body).toContainText('• Two new boats')
})

test('nothing on a hostile clipboard runs, and nothing is asked of the network (C21)', async ({
  sharedDesk: desk,
}) => {
  const { home, page } = desk
  home.write(`${LIBRARY}/hostile.md`, '---\ntitle: Hostile clipboard\n---\n\nStart.\n')
  const asked: string[] = []
  const dialogs: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await desk.library.open('Hostile clipboard')
  await desk.editor.caretAfter('Start.')
  await desk.editor.body.evaluate((body, payloads) => {
    for (const { html } of payloads) {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', html)
      clipboardData.setData('text/plain', 'words')
      body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    }
  }, hostilePayloads())
  await expect(desk.editor.body).toContainText('words')
  await expect(desk.saveMark).toHaveText('Saved')
  await expect(desk.preview.article).toContainText('words')

  expect(dialogs).toEqual([])
  expect(asked.filter((url) => url.startsWith(TRACKER))).toEqual([])
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  for (const place of [desk.editor.body, desk.preview.article]) {
    const active = await place.evaluate((root) =>
      [...root.querySelectorAll('*')]
        .filter(
          (element) =>
            /^(?:script|iframe|object|embed|form|style|link|meta|base)$/i.test(element.tagName) ||
            [...element.attributes].some(
              ({ name, value }) =>
                /^on/i.test(name) || /^\s*(?:javascript|vbscript|data:text):?/i.test(value),
            ),
        )
        .map((element) => element.outerHTML.slice(0, 200)),
    )
    expect(active).toEqual([])
  }
})
