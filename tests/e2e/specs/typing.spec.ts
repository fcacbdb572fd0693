import { expect, test } from '../desk'
import { type Desk, LIBRARY } from '../pages/Desk'
import { createTypist } from '../typist'

/** Of the article that a test has opened. */
let file = ''
let opened = 0

/** Opens a new article with this body. */
async function openPage(desk: Desk, body: string): Promise<void> {
  const title = `Page ${++opened}.`
  file = `${LIBRARY}/page-${opened}.md`
  desk.home.write(file, `---\ntitle: ${title}\n---\n\n${body}\n`)
  desk.home.write(`${LIBRARY}/notes/harbour.md`, '# The harbour\n')
  await desk.library.open(title)
  await expect(desk.editor.headline).toHaveValue(title)
}

/** The same, with the caret at its end. */
async function open(desk: Desk, body: string): Promise<void> {
  await openPage(desk, body)
  await desk.editor.body.click()
  await desk.press('Mod+End')
  await desk.editor.caretAtRest()
}

/** What is saved below the front matter once it is saved. */
async function expectSaved(desk: Desk, body: string): Promise<void> {
  await expect(() => {
    expect(desk.home.read(file).split('---\n\n')[1]?.trim()).toBe(body)
  }).toPass()
}

test.describe('typing', () => {
  test('turns signs into what they mean, and one Backspace takes that back', async ({
    sharedDesk: desk,
  }) => {
    const { editor, page } = desk
    await open(desk, 'First.')
    await page.keyboard.press('Enter')
    await editor.type('## ')
    await page.keyboard.press('Backspace')
    await expect(editor.body.getByText('##')).toBeVisible()
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await editor.type('She said "no" -- and *left*.')
    await expectSaved(desk, 'First.\n\nShe said “no” – and *left*.')
    await desk.press('Mod+Z')
    await expect(editor.body).toContainText('She said “no” – and left')
  })

  test('goes on writing after Escape, and leaves the page by Escape and Tab', async ({
    sharedDesk: desk,
  }) => {
    const { editor, page } = desk
    await openPage(desk, '![Boats](a.png "At the quay")\n\n- Trains')
    const field = (name: string) => editor.body.getByRole('textbox', { name })
    await editor.caretAfter('Trains')
    await field('Caption').focus()
    await page.keyboard.press('Tab')
    await expect(field('Credit')).toBeFocused()
    await editor.type('Ana Ruiz (AP)')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Backspace')
    await editor.type('F')
    await expect(field('Credit')).toHaveValue('Ana Ruiz (AF)')
    await expectSaved(desk, '![Boats](a.png "At the quay (Photo: Ana Ruiz (AF))")\n\n- Trains')
    for (const left of ['Ana Ruiz (A)', 'Ana Ruiz (AP)', 'Ana Ruiz ', 'Ana ', '']) {
      await desk.press('Mod+Z')
      // What the article has is without the blank at the end.
      await expect(field('Credit')).toHaveValue(left.trimEnd())
    }
    await editor.caretAfter('Trains')
    await page.keyboard.press('Escape')
    await editor.type(' and')
    await page.keyboard.press('Escape')
    await editor.type(' last')
    await expectSaved(desk, '![Boats](a.png "At the quay")\n\n- Trains and last')
    await page.keyboard.press('Tab')
    await expect(editor.body).toBeFocused()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    await expect(editor.body).not.toBeFocused()
    await page.keyboard.press('Shift+Tab')
    await expect(editor.body).toBeFocused()
  })

  test('drops words into the fields of a picture and out of them, each in one step', async ({
    sharedDesk: desk,
  }) => {
    const { editor } = desk
    const before = '![Boats](a.png "Quay")\n\nRuiz\n\nLast.'
    await openPage(desk, before)
    await editor.caretAfter('Last.')
    const field = (name: string) => editor.body.getByRole('textbox', { name })
    const undone = async () => {
      await desk.press('Mod+Z')
      await expectSaved(desk, before)
    }
    await editor.drop({ 'text/plain': ' at night', 'text/html': '<b>x</b>' }, field('Caption'))
    await expectSaved(desk, before.replace('Quay', 'Quay at night'))
    await undone()
    const ruiz = editor.body.getByText('Ruiz', { exact: true })
    await editor.dragWord(ruiz, field('Credit'), 20)
    await expectSaved(desk, '![Boats](a.png "Quay (Photo: Ruiz)")\n\nLast.')
    await undone()
    await editor.dragWord(field('Caption'), ruiz, 1)
    await expectSaved(desk, '![Boats](a.png)\n\nQuayRuiz\n\nLast.')
    await undone()
  })

  test('opens a menu at a slash, and leaves the slash to Escape and to a space', async ({
    sharedDesk: desk,
  }) => {
    const { editor, page } = desk
    await open(desk, 'First.')
    const menu = page.getByRole('listbox', { name: 'Insert or turn into' })
    await page.keyboard.press('Enter')
    await editor.type('and/or /quo')
    await expect(menu.getByRole('option').first()).toHaveText(/Quotation/)
    await page.keyboard.press('Escape')
    await expect(menu).toBeHidden()
    await editor.type(' / next')
    await expect(menu).toBeHidden()
    await page.keyboard.press('Enter')
    await editor.type('/head 2')
    await expect(menu).toBeHidden()
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+End')
    await editor.caretAtRest()
    await editor.type('/heading')
    await expect(menu.getByRole('option').first()).toHaveText(/Heading 1/)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await editor.type('Sub')
    await expectSaved(desk, 'First.\n\nand/or /quo / next\n\n## Sub')
  })

  test('chooses what is typed by the time of Enter, however fast that comes', async ({
    sharedDesk: desk,
  }) => {
    const { editor, page } = desk
    await open(desk, 'First.')
    const typist = await createTypist(page, editor)
    const fast = (text: string) => Promise.all([typist.type(text), typist.press('Enter')])
    await typist.press('Enter')
    await fast('/quotation')
    await fast('One :rocket')
    // The names of the signs are fetched once; no other menu opens before that is done.
    await expect(editor.body).toContainText('One 🚀')
    await typist.type(', two [[')
    await expect(page.getByRole('option', { name: /The harbour/ })).toBeVisible()
    await fast('harb')
    await typist.type(', three')
    await expectSaved(desk, 'First.\n\n> One 🚀, two [The harbour](notes/harbour.md), three')
  })

  test('shows tools beside what the mouse selects, and none for keys', async ({
    sharedDesk: desk,
  }) => {
    const { editor, page } = desk
    await open(desk, 'Words to choose from.')
    const bar = page.getByRole('toolbar', { name: 'Selection' })
    await page.keyboard.press('Shift+Home')
    await expect(bar).toBeHidden()
    await editor.body.getByText('Words to').dblclick({ position: { x: 12, y: 10 } })
    await bar.getByRole('button', { name: 'Bold' }).click()
    await expect(bar).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(bar).toBeHidden()
    await expectSaved(desk, '**Words** to choose from.')

    // It goes along with its words, and goes when the keyboard does.
    await editor.body.getByText('choose from').dblclick({ position: { x: 40, y: 10 } })
    const aside = () =>
      bar.evaluate((element) => {
        const words = getSelection()?.getRangeAt(0).getBoundingClientRect()
        const { left, width } = element.getBoundingClientRect()
        return Math.abs(left + width / 2 - (words ? words.left + words.width / 2 : 0))
      })
    await expect.poll(aside).toBeLessThan(2)
    await desk.press('Mod+Shift+L')
    await expect(desk.library.pane).toBeHidden()
    await expect.poll(aside).toBeLessThan(2)
    await desk.press('Mod+Shift+L')
    await expect(desk.library.pane).toBeVisible()
    await editor.headline.focus()
    await expect(bar).toBeHidden()
  })

  test('links what is selected to a pasted address, and pastes words over words', async ({
    sharedDesk: desk,
  }) => {
    const { page } = desk
    await open(desk, 'old')
    const paste = (text: string) =>
      desk.editor.body.evaluate((body, data) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', data)
        body.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        )
      }, text)
    await page.keyboard.press('Shift+Home')
    await desk.editor.caretAtRest()
    await paste('new words')
    await page.keyboard.press('Shift+Home')
    await desk.editor.caretAtRest()
    await paste('https://example.org/a')
    await expectSaved(desk, '[new words](https://example.org/a)')
  })

  test('links another article by its title', async ({ sharedDesk: desk }) => {
    const { editor, page } = desk
    await open(desk, 'See')
    await editor.type(' [[harb')
    await expect(page.getByRole('option', { name: /The harbour/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await editor.type(' and ')
    await desk.press('Mod+K')
    await page.getByRole('combobox', { name: 'Address' }).fill('the har')
    await expect(page.getByRole('option', { name: /The harbour/ })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expectSaved(
      desk,
      'See [The harbour](notes/harbour.md) and [The harbour](notes/harbour.md)',
    )
  })

  test('leads on to other articles in a block, by keys and by mouse', async ({
    sharedDesk: desk,
  }) => {
    const { editor, page } = desk
    desk.home.write(`${LIBRARY}/bridge.md`, '---\ntitle: The bridge\n---\n\nA bridge.\n')
    await open(desk, 'First.')
    await page.keyboard.press('Enter')
    await editor.type('/also')
    await expect(page.getByRole('option', { name: /Also read/ })).toBeVisible()
    await page.keyboard.press('Enter')
    const choice = page.getByRole('dialog', { name: 'Also read' })
    await expect(choice.getByRole('combobox')).toBeFocused()
    await editor.type('the harb')
    await expect(choice.getByRole('option', { name: /The harbour/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(choice.getByRole('listitem')).toHaveText(['The harbour'])
    await editor.type('bridge')
    await choice.getByRole('option', { name: /The bridge/ }).click()
    const harbour = '[The harbour](notes/harbour.md)'
    const bridge = '[The bridge](bridge.md)'
    await expectSaved(desk, `First.\n\n**Also read:** ${harbour} · ${bridge}`)
    await expect(editor.body.locator('> *')).toHaveText(['First.', /^Also read:/])
    await choice.getByRole('button', { name: 'Move “The bridge” up' }).press('Alt+ArrowUp')
    await expect(choice.getByRole('listitem')).toHaveText(['The bridge', 'The harbour'])
    await expect(choice.getByRole('button', { name: 'Move “The bridge” down' })).toBeFocused()
    await expectSaved(desk, `First.\n\n**Also read:** ${bridge} · ${harbour}`)
    await choice.getByRole('button', { name: 'Take out “The bridge”' }).click()
    await page.keyboard.press('Escape')
    await expect(editor.body).toBeFocused()
    await page.keyboard.press('Enter')
    await editor.type('On.')
    await expectSaved(desk, `First.\n\n**Also read:** ${harbour}\n\nOn.`)
    await editor.body.getByText('The harbour').click()
    const kind = editor.toolbar.getByRole('button', { name: /^Kind of block/ })
    await expect(kind).toHaveText('Also read')
    await page.getByRole('button', { name: 'Articles…' }).click()
    await expect(choice.getByRole('listitem')).toHaveText(['The harbour'])
    await expect(choice.getByRole('combobox')).toBeFocused()
    await page.keyboard.press('Escape')
  })

  test('names who is quoted, and writes a footnote beside its mark', async ({
    sharedDesk: desk,
  }) => {
    const { editor, page } = desk
    const quotation = '> Not today.\n>\n> — Ana Ruiz, pilot, [The Mill](https://mill.example/a)'
    await open(desk, '> Not today.')
    await editor.caretAfter('Not today.')
    await page.keyboard.press('Enter')
    await editor.type('-- Ana Ruiz')
    await page.getByRole('button', { name: 'Who is quoted…' }).click()
    const fields = page.getByRole('dialog', { name: 'Who is quoted' })
    await expect(fields.getByRole('textbox', { name: 'Speaker' })).toHaveValue('Ana Ruiz')
    await expect(fields.getByRole('textbox', { name: 'Speaker' })).toBeFocused()
    for (const part of ['pilot', 'The Mill', 'https://mill.example/a']) {
      await page.keyboard.press('Tab')
      await editor.type(part)
    }
    await page.keyboard.press('Enter')
    await expect(fields).toBeHidden()
    await expect(editor.body.getByRole('link', { name: 'The Mill' })).toBeVisible()
    await page.keyboard.press('Enter')
    await editor.type('A claim[^')
    await expect(page.getByRole('option', { name: 'New footnote' })).toBeVisible()
    await page.keyboard.press('Enter')
    const note = page.getByRole('dialog', { name: 'Footnote 1' })
    await expect(note.getByRole('textbox')).toBeFocused()
    await editor.type('See *Herald*')
    await desk.press('Mod+Enter')
    await expect(note).toBeHidden()
    await editor.type('.')
    await expectSaved(desk, `${quotation}\n\nA claim[^1].\n\n[^1]: See *Herald*`)
    await editor.body.getByText('1', { exact: true }).first().click()
    await note.getByRole('button', { name: 'Go to the note' }).click()
    await editor.type(' of May')
    await expectSaved(desk, `${quotation}\n\nA claim[^1].\n\n[^1]: See *Herald* of May`)
  })

  test('selects the block first and the article second', async ({ sharedDesk: desk }) => {
    const { editor, page } = desk
    await open(desk, 'First.\n\nSecond.')
    await desk.press('Mod+A')
    await editor.type('2')
    await desk.press('Mod+A')
    await desk.press('Mod+A')
    await expect
      .poll(() => page.evaluate(() => window.getSelection()?.toString()))
      .toContain('First.')
    await editor.type('All new')
    await expectSaved(desk, 'All new')
    await expect(async () => {
      await desk.press('Mod+Z')
      await expect(editor.body).toContainText('First.', { timeout: 500 })
    }).toPass()
  })

  test('moves, doubles and deletes blocks by key', async ({ sharedDesk: desk }) => {
    await open(desk, 'One.\n\nTwo.')
    await desk.page.keyboard.press('Alt+Shift+ArrowUp')
    await expectSaved(desk, 'Two.\n\nOne.')
    await desk.press('Mod+D')
    await expectSaved(desk, 'Two.\n\nTwo.\n\nOne.')
    await desk.press('Mod+Shift+Backspace')
    await expectSaved(desk, 'Two.\n\nOne.')
  })

  test('never breaks a composition, and converts nothing before it is committed', async ({
    sharedDesk: desk,
  }) => {
    const { page, editor } = desk
    await open(desk, 'Start.')
    await page.keyboard.press('Enter')
    const protocol = await page.context().newCDPSession(page)
    const compose = (text: string) =>
      protocol.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    for (const step of ['に', 'にほ', 'にほん', '日本']) await compose(step)
    // Longer than the longest wait for a save: the composition is still there.
    await expect(desk.saveMark).toHaveText('Saved')
    await compose('日本語')
    await protocol.send('Input.insertText', { text: '日本語' })
    await editor.type(' *a* b')
    await compose('-')
    await compose('- ')
    await compose('')
    await protocol.send('Input.insertText', { text: ' ok' })
    await expectSaved(desk, 'Start.\n\n日本語 *a* b ok')
  })
})
