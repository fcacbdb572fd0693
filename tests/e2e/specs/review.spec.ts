import { createTemporaryHome } from '../../support/temporaryHome'
import { expect, test } from '../desk'
import { startBrowserDesk } from '../hosts/browserDesk'
import { Desk, LIBRARY } from '../pages/Desk'

const FILE = `${LIBRARY}/talks.md`
const DRAFT =
  '---\ntitle: Peace talks\n---\n\nThe talks ran five hours.\n\nAn official spoke.\n\n* odd bullet\n'

async function sayName(desk: Desk, name: string): Promise<void> {
  await desk.command('Settings')
  await desk.dialog.getByRole('textbox', { name: 'Your name' }).fill(name)
  await desk.dialog.getByRole('button', { name: 'Done' }).click()
}

const marks = (text: string) => text.replace(/\{>>@\w+ [^<{]*<<\}/g, '')

test.describe('review', () => {
  test('goes from writer to editor and back, and leaves a clean export', async ({
    desk,
    home,
    context,
  }) => {
    home.write(FILE, DRAFT)

    // The editor has a copy in a folder of their own, and suggests in it.
    const editorsHome = createTemporaryHome()
    editorsHome.write(FILE, DRAFT)
    const running = await startBrowserDesk(editorsHome, context)
    const editors = new Desk(running, editorsHome)
    await editors.openLibrary()
    await sayName(editors, 'Ana Ruiz')
    await editors.library.open('Peace talks')
    await expect(editors.editor.body).toContainText('official')
    await editors.press('Mod+Shift+G')
    await expect(editors.page.getByRole('radio', { name: 'Suggesting' })).toBeChecked()
    await editors.editor.body.getByText('The talks ran five hours.').dblclick()
    await editors.editor.caretAfter('The talks ran five hours.')
    await editors.page.keyboard.press('Backspace')
    await editors.editor.type(', and nobody left.')
    await editors.editor.caretAfter('An official spoke.')
    await editors.page.keyboard.press('Enter')
    await editors.editor.type('A second one did not.')
    await editors.page.getByRole('textbox', { name: 'Headline' }).press('ControlOrMeta+A')
    await editors.page.keyboard.type('Five hours')
    await expect(editors.page.getByRole('deletion').getByText('Peace talks')).toBeVisible()
    await editors.editor.body.getByText('An official spoke.').dblclick()
    await editors.press('Mod+Alt+M')
    const pane = editors.page.getByRole('complementary', { name: 'Review' })
    await pane.getByRole('textbox', { name: 'Comment' }).pressSequentially('Who? @an')
    await expect(pane.getByRole('option', { name: '@ana Ana Ruiz' })).toBeVisible()
    await editors.page.keyboard.press('Enter')
    await expect(pane.getByRole('textbox', { name: 'Comment' })).toHaveValue('Who? @ana ')
    await pane.getByRole('button', { name: 'Comment', exact: true }).click()
    await expect(pane.getByText('Who?')).toBeVisible()
    await expect(() => {
      const saved = editorsHome.read(FILE)
      expect(saved).toContain('Who?')
      expect(saved).toContain('- handle: "ana"')
      expect(marks(saved)).toContain('* odd bullet\n')
    }).toPass({ timeout: 15_000 })
    const returned = editorsHome.read(FILE)
    await running.stop()
    editorsHome.remove()

    // The writer went on meanwhile, and merges what came back.
    home.write(`${LIBRARY}/talks-ana.md`, returned)
    await desk.openLibrary()
    await sayName(desk, 'Ben Dahl')
    await desk.library.open('Peace talks')
    await desk.editor.caretAfter('odd bullet')
    await desk.editor.type(' kept')
    await desk.command('Merge a returned draft')
    await desk.dialog.getByRole('combobox').selectOption('talks-ana.md')
    await desk.dialog.getByRole('button', { name: 'Merge' }).click()
    const review = desk.page.getByRole('complementary', { name: 'Review' })
    await expect(review.getByRole('article', { name: /^Suggestion/ })).toHaveCount(3)
    await expect(desk.editor.body).toContainText('odd bullet kept')
    await expect(desk.editor.body).toContainText('A second one did not.')

    // One is accepted, one rejected and brought back, the comment answered and closed.
    await review.getByRole('button', { name: 'Cards as a list' }).click()
    for (const [name, left] of [
      ['Suggestion s1', 2],
      ['Suggestion h1', 1],
    ] as const) {
      await review.getByRole('article', { name }).getByRole('button', { name: 'Accept' }).click()
      await expect(review.getByRole('article', { name: /^Suggestion/ })).toHaveCount(left)
    }
    await review
      .getByRole('article', { name: /^Suggestion/ })
      .getByRole('button', { name: 'Reject' })
      .click()
    await expect(desk.editor.body).not.toContainText('A second one did not.')
    await desk.editor.body.focus()
    await desk.press('Mod+Z')
    await expect(desk.editor.body).toContainText('A second one did not.')
    await desk.press('Mod+Shift+Z')
    await expect(desk.editor.body).not.toContainText('A second one did not.')
    const comment = review.getByRole('article', { name: /^Comment/ })
    await comment.getByRole('button', { name: 'Reply' }).click()
    await comment.getByRole('textbox', { name: 'Reply' }).fill('The press officer.')
    await comment.getByRole('button', { name: 'Reply', exact: true }).click()
    await expect(comment.getByText('The press officer.')).toBeVisible()
    await comment.getByRole('button', { name: 'Resolve' }).click()
    await expect(review.getByRole('article', { name: /^Comment/ })).toHaveCount(0)

    await expect(() => {
      const saved = home.read(FILE)
      expect(saved).toContain('The talks ran five hours, and nobody left.')
      expect(saved).toContain('[resolved]')
      expect(saved).toContain('* odd bullet kept')
      expect(saved).toContain('title: Five hours\n')
      expect(saved).not.toMatch(/\{(\+\+|--|~~)|suggestions:/)
    }).toPass({ timeout: 15_000 })
    await desk.press('Alt+F8')
    await expect(desk.preview.article).toContainText('The talks ran five hours, and nobody left.')
    await expect(desk.preview.article).not.toContainText('Who?')
    await desk.page.getByRole('button', { name: 'Export' }).click()
    for (const format of ['Markdown', 'HTML'] as const) {
      const written = home.read(`${LIBRARY}/${await desk.exporting.write(format)}`)
      expect(written).toContain('The talks ran five hours, and nobody left.')
      expect(written).toContain('Five hours')
      expect(written.replace(/<style>[^<]*<\/style>/g, '')).not.toMatch(
        /[{=]==|>>|<<|\{[+~-]{2}|@ana|Ana Ruiz|Peace talks|Who\?|resolved/,
      )
    }
  })

  test('suggests in lists, tables, quotations and headings, and across them, by real keys', async ({
    desk,
    home,
  }) => {
    const original =
      '# Talks\n\n## First *part*\n\nOne two three.\n\n> A quotation here.\n\n- alpha\n- beta\n\n| a | b |\n| --- | --- |\n| left | right |\n\nEnd.\n'
    home.write(FILE, original)
    await desk.openLibrary()
    await sayName(desk, 'Ben Dahl')
    await desk.library.open('Talks')
    await expect(desk.editor.body).toContainText('alpha')
    await desk.press('Mod+Shift+G')
    await expect(desk.page.getByRole('radio', { name: 'Suggesting' })).toBeChecked()
    // An input method and a spelling correction replace what they replace, and that is suggested.
    const keyboard = await desk.page.context().newCDPSession(desk.page)
    await desk.editor.caretAfter('beta')
    for (const text of ['k', 'か', 'かな']) {
      const caret = { selectionStart: text.length, selectionEnd: text.length }
      await keyboard.send('Input.imeSetComposition', { text, ...caret })
    }
    await keyboard.send('Input.insertText', { text: '仮名' })
    await expect(desk.editor.body).toContainText('beta仮名')
    await desk.editor.correct('three', 'threes')
    await expect(desk.editor.body).toContainText('One two threes.')
    await expect(() => {
      const saved = home.read(FILE)
      expect(marks(saved)).toContain('- beta{++仮名++}')
      expect(marks(saved)).toContain('three{++s++}.')
    }).toPass({ timeout: 15_000 })
    // What goes stays on the page, struck, and is in neither text nor selection nor undo.
    await desk.editor.caretAfter('A quotation here.')
    await desk.press('Mod+Backspace')
    await desk.press('Mod+Backspace')
    await expect.poll(() => desk.editor.struck()).toEqual([' here.'])
    await expect(desk.editor.body).not.toContainText('here.')
    await desk.press('Mod+A')
    expect(await desk.page.evaluate(() => String(getSelection()))).not.toContain('here.')
    await desk.editor.caretAfter('A quotation')
    await expect(desk.page.getByRole('tooltip')).toContainText('Ben Dahl')
    await desk.press('Mod+Z')
    await desk.press('Mod+Z')
    await expect(desk.editor.body).toContainText('A quotation here.')
    await expect.poll(() => desk.editor.struck()).toEqual([])
    await desk.editor.caretAfter('First')
    await desk.editor.type(' suggested')
    await desk.editor.caretAfter('beta')
    await desk.page.keyboard.press('Enter')
    await desk.editor.type('gamma')
    await desk.editor.caretAfter('right')
    await desk.editor.type('most')
    await desk.editor.caretAfter('A quotation here.')
    await desk.page.keyboard.press('Home')
    await desk.page.keyboard.press('Shift+End')
    await desk.press('Mod+B')
    await desk.editor.caretAfter('One two threes.')
    await desk.page.keyboard.press('Enter')
    await desk.editor.type('Four.')
    // Out of a quotation, and over from a paragraph into the heading above it.
    await desk.editor.caretAfter('A quotation here.')
    await desk.page.keyboard.press('Home')
    await desk.page.keyboard.press('Backspace')
    await desk.editor.caretAfter('One two')
    await desk.page.keyboard.press('Shift+ArrowUp')
    await desk.editor.type('Across')
    // Whose a suggestion is, the pointer tells as the caret does.
    await desk.editor.caretAfter('Four.')
    await desk.editor.body.getByText('gamma').hover()
    await expect(desk.page.getByRole('tooltip')).toContainText('suggests adding this')
    await expect(() => {
      const saved = home.read(FILE)
      for (const words of ['gamma', 'most', 'Four', '**', 'Across']) expect(saved).toContain(words)
    }).toPass({ timeout: 15_000 })
    await desk.command('Reject all suggestions')
    await expect(() => {
      expect(home.read(FILE).replace(/^---[\s\S]*?---\s+/, '')).toBe(original)
    }).toPass({ timeout: 15_000 })
  })
})
