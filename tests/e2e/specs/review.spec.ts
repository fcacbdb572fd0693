import { cleanText, listFile, parseReview } from '../../../shared/review'
import { createTemporaryHome } from '../../support/temporaryHome'
import { expect, test } from '../desk'
import { createHand } from '../hand'
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
    // Two desks, and the longest of the journeys.
    test.slow()
    home.write(FILE, DRAFT)

    // The editor has a copy in a folder of their own, and suggests in it.
    const editorsHome = createTemporaryHome()
    editorsHome.write(FILE, DRAFT)
    const running = await startBrowserDesk(editorsHome, context)
    const editors = new Desk(running, editorsHome)
    await editors.openLibrary()
    await editors.library.open('Peace talks')
    await expect(editors.editor.body).toContainText('official')
    // Who suggests for the first time says their name.
    await editors.press('Mod+Shift+G')
    const asked = editors.page.getByRole('dialog', { name: 'Who are you?' })
    await expect(asked.getByRole('textbox', { name: 'Your name' })).toBeFocused()
    await editors.editor.type('Ana Ruiz')
    await editors.page.keyboard.press('Enter')
    await expect(asked).toBeHidden()
    await expect(editors.page.getByRole('radio', { name: 'Suggesting' })).toBeChecked()
    const hers = await createHand(editors)
    await hers.at('The talks ran five hours.|')
    await hers.press('Backspace')
    await hers.type(', and nobody left.')
    await hers.at('An official spoke.|')
    await hers.press('Enter')
    await hers.type('A second one did not.')
    await editors.page.getByRole('textbox', { name: 'Headline' }).press('ControlOrMeta+A')
    await hers.type('Five hours')
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
    }).toPass()
    const returned = editorsHome.read(FILE)
    await running.stop()
    editorsHome.remove()

    // The writer went on meanwhile, and merges what came back.
    home.write(`${LIBRARY}/talks-ana.md`, returned)
    await desk.openLibrary()
    await sayName(desk, 'Ben Dahl')
    await desk.library.open('Peace talks')
    const his = await createHand(desk)
    await his.at('odd bullet|')
    await his.type(' kept')
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
    }).toPass()
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

  test('shows what goes struck, comments across blocks, and decides what is nested in either order', async ({
    desk,
    home,
  }) => {
    const sign = (handle: string) => `{>>@${handle} 2026-11-24T09:00Z<<}`
    const start = `# Talks

Dahlia *some em* words.

> A quotation here.

Freesia {++old {--timber --}${sign('cy')}++}${sign('ana')}end.
`
    home.write(FILE, start)
    const saved = () => home.read(FILE).replace(/^---[\s\S]*?---\s+/, '')
    const reads = (reading: 'accepted' | 'original') =>
      expect.poll(() => cleanText(saved(), reading))
    await desk.openLibrary()
    await sayName(desk, 'Ben Dahl')
    await desk.library.open('Talks')
    await expect(desk.editor.body).toContainText('Freesia')
    await desk.press('Mod+Shift+G')
    await expect(desk.page.getByRole('radio', { name: 'Suggesting' })).toBeChecked()
    const hand = await createHand(desk)

    // What goes stays on the page, struck, and is in neither text nor selection nor undo.
    await hand.at('A quotation here.|')
    await hand.press('Mod+Backspace', 2)
    await expect.poll(() => desk.editor.struck()).toContain(' here.')
    await expect(desk.editor.body).not.toContainText('here.')
    await hand.press('Mod+A')
    expect(await desk.page.evaluate(() => String(getSelection()))).not.toContain('here.')
    // Whose a suggestion is, the caret tells as the pointer does.
    await hand.at('A quotation|')
    await expect(desk.page.getByRole('tooltip')).toContainText('Ben Dahl')
    await hand.press('Mod+Z', 2)
    await expect(desk.editor.body).toContainText('A quotation here.')
    await expect.poll(() => desk.editor.struck()).not.toContain(' here.')
    await desk.editor.body.getByText('Freesia').hover({ position: { x: 75, y: 8 } })
    await expect(desk.page.getByRole('tooltip')).toContainText('suggests adding this')

    // A comment whose ends lie in different formats and blocks.
    await hand.select('some |em', 'A quotation| here')
    await desk.press('Mod+Alt+M')
    const review = desk.page.getByRole('complementary', { name: 'Review' })
    await review.getByRole('textbox', { name: 'Comment' }).fill('All of it?')
    await review.getByRole('button', { name: 'Comment', exact: true }).click()
    await expect
      .poll(() => listFile(parseReview(saved())).threads[0]?.quote)
      .toMatch(/^em[\s\S]*A quotation$/)
    await reads('original').toBe(cleanText(start, 'original'))

    // An insertion with a deletion pending in it, in both orders, each step undone.
    await review.getByRole('button', { name: 'Cards as a list' }).click()
    const decide = (id: string, name: 'Accept' | 'Reject') =>
      review.getByRole('article', { name: id }).getByRole('button', { name }).click()
    await decide('Suggestion s1', 'Accept')
    await expect.poll(saved).toContain(`Freesia old {--timber --}${sign('cy')}end.`)
    await desk.editor.body.focus()
    await desk.press('Mod+Z')
    await expect.poll(saved).toContain(`{++old {--timber --}${sign('cy')}++}${sign('ana')}end.`)
    await decide('Suggestion s2', 'Reject')
    await expect.poll(saved).toContain(`Freesia {++old timber ++}${sign('ana')}end.`)
    await decide('Suggestion s1', 'Accept')
    await expect.poll(saved).toContain('Freesia old timber end.')
    await desk.editor.body.focus()
    await desk.press('Mod+Z')
    await desk.press('Mod+Z')
    await expect.poll(saved).toContain(`{++old {--timber --}${sign('cy')}++}${sign('ana')}end.`)

    // A suggestion that empties the article.
    await hand.press('Mod+A')
    await hand.press('Backspace')
    await reads('accepted').not.toContain('Freesia')
    await reads('original').toBe(cleanText(start, 'original'))
    await desk.press('Mod+Z')
    await reads('accepted').toBe(cleanText(start, 'accepted'))
  })

  test('takes a comment on the headline, which stands beside it and in the file', async ({
    desk,
    home,
  }) => {
    home.write(FILE, DRAFT)
    await desk.openLibrary()
    await sayName(desk, 'Ana Ruiz')
    await desk.library.open('Peace talks')
    await expect(desk.editor.body).toContainText('official')
    const headline = desk.page.getByRole('textbox', { name: 'Headline' })
    await headline.focus()
    await desk.press('Mod+Alt+M')
    const review = desk.page.getByRole('complementary', { name: 'Review' })
    await review.getByRole('textbox', { name: 'Comment' }).fill('Which talks?')
    await review.getByRole('button', { name: 'Comment', exact: true }).click()
    await expect(headline).toBeFocused()
    const card = review.getByRole('article', { name: 'Comment hc1' })
    await expect(card).toContainText('Headline')
    await expect(card).toContainText('Ana Ruiz')
    await card.getByRole('button', { name: 'Reply' }).click()
    await card.getByRole('textbox', { name: 'Reply' }).fill('Those in Geneva.')
    await card.getByRole('button', { name: 'Reply', exact: true }).click()
    await expect(card).toContainText('Those in Geneva.')
    await expect
      .poll(() => listFile(parseReview(home.read(FILE))).threads, { timeout: 15_000 })
      .toMatchObject([
        {
          head: 'title',
          comments: [
            { author: 'ana', text: 'Which talks?' },
            { author: 'ana', text: 'Those in Geneva.' },
          ],
        },
      ])
    expect(cleanText(home.read(FILE), 'accepted')).toContain('title: Peace talks\n')
    await card.getByRole('button', { name: 'Resolve' }).click()
    await expect(review.getByRole('article', { name: /^Comment/ })).toHaveCount(0)
  })
})
