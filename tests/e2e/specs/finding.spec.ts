import { expect, test } from '../desk'
import { type Desk, LIBRARY } from '../pages/Desk'

/** Of the article that a test has opened. */
let file = ''
let opened = 0

const BODY = `The harbour opens. A **harb**our is a harbour.

## One

Harbour words.

## Two

### Inside two

Other words.

## Three

The end.
`

async function open(desk: Desk): Promise<void> {
  const title = `To look through ${++opened}.`
  file = `${LIBRARY}/look-${opened}.md`
  desk.home.write(file, `---\ntitle: ${title}\n---\n\n${BODY}`)
  await desk.library.open(title)
  await expect(desk.editor.headline).toHaveValue(title)
  await desk.editor.body.getByText('The harbour opens').click()
  await desk.press('Mod+Home')
  await desk.editor.caretAtRest()
}

const saved = (desk: Desk) => desk.home.read(file).split('---\n\n').slice(1).join('---\n\n')

test.describe('find and replace', () => {
  test('finds by keys, shows how many, and goes on in the text', async ({ sharedDesk: desk }) => {
    const { page } = desk
    await open(desk)
    await desk.press('Mod+F')
    const bar = page.getByRole('search', { name: 'Find in the article' })
    await expect(bar.getByRole('textbox', { name: 'Find' })).toBeFocused()
    await page.keyboard.type('harbour')
    await expect(bar.getByRole('status')).toHaveText('1 of 4')
    await page.keyboard.press('Enter')
    await expect(bar.getByRole('status')).toHaveText('2 of 4')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.press('Shift+Enter')
    await expect(bar.getByRole('status')).toHaveText('4 of 4')
    await bar.getByRole('button', { name: 'Match case' }).click()
    await expect(bar.getByRole('status')).toHaveText('1 of 3')
    await bar.getByRole('button', { name: 'Regular expression' }).click()
    await bar.getByRole('textbox', { name: 'Find' }).fill('(')
    await expect(bar.getByRole('status')).toContainText('no regular expression')
    await bar.getByRole('textbox', { name: 'Find' }).fill('w\\w+s\\.')
    await expect(bar.getByRole('status')).toHaveText('1 of 2')
    expect(saved(desk)).toBe(BODY)
    await page.keyboard.press('Escape')
    await expect(bar).toBeHidden()
    await page.keyboard.type('gone.')
    await expect(() => expect(saved(desk)).toBe(BODY.replace('words.', 'gone.'))).toPass()
  })

  test('replaces all as one step of undo', async ({ sharedDesk: desk }) => {
    const { page } = desk
    await open(desk)
    await desk.command('Find and replace')
    const bar = page.getByRole('search', { name: 'Find in the article' })
    await bar.getByRole('textbox', { name: 'Find' }).fill('harbour')
    await bar.getByRole('textbox', { name: 'Replace with' }).fill('port')
    await bar.getByRole('button', { name: 'Replace all' }).click()
    await expect(bar.getByRole('status')).toHaveText('Not found')
    await expect(() => {
      expect(saved(desk)).toContain('The port opens. A **port** is a port.')
      expect(saved(desk)).toContain('port words.')
    }).toPass()
    await page.keyboard.press('Escape')
    await expect(desk.editor.body).toBeFocused()
    await desk.press('Mod+Z')
    await expect(() => expect(saved(desk)).toBe(BODY)).toPass()
  })
})

test.describe('find and replace in fields', () => {
  test('goes through headline, standfirst and captions as through the text', async ({
    sharedDesk: desk,
  }) => {
    const { page } = desk
    const figure = '![A harbour](a.jpg "The harbour at six. (Photo: Harbour News)")'
    const standfirst = 'Of a harbour'
    const article = (title: string, rest: string) => `---\ntitle: ${title}\n${rest}\n`
    file = `${LIBRARY}/harbour-fields.md`
    desk.home.write(
      file,
      article('Harbour fields', `standfirst: ${standfirst}\n---\n\nThe harbour.\n\n${figure}`),
    )
    await desk.library.open('Harbour fields')
    await expect(desk.editor.headline).toHaveValue('Harbour fields')
    await desk.editor.body.getByText('The harbour.').click()
    await desk.command('Find and replace')
    const bar = page.getByRole('search', { name: 'Find in the article' })
    await bar.getByRole('textbox', { name: 'Find' }).fill('harbour')
    await bar.getByRole('textbox', { name: 'Replace with' }).fill('port')
    await bar.getByRole('textbox', { name: 'Find' }).focus()
    const status = bar.getByRole('status')
    await expect(status).toHaveText(/of 6/)
    const seen: string[] = []
    /** Goes on to the next, and says at which it was. */
    const step = async () => {
      const at = (await status.textContent()) ?? ''
      await page.keyboard.press('Enter')
      await expect(status).not.toHaveText(at)
      return at
    }
    for (let steps = 0; steps < 6; steps++) seen.push(await step())
    expect(seen.sort()).toEqual([
      '1 of 6, headline',
      '2 of 6, standfirst',
      '3 of 6',
      '4 of 6, caption',
      '5 of 6, credit',
      '6 of 6, alternative text',
    ])
    while ((await status.textContent()) !== '2 of 6, standfirst') await step()
    // Of a field, the words are marked: in a copy that lies under it letter for letter.
    const marked = await desk.editor.standfirst.evaluate((field) => {
      const [range] = [...(CSS.highlights.get('galley-find-current') ?? [])]
      const { width = 0, left = 0 } = range instanceof Range ? range.getBoundingClientRect() : {}
      return {
        text: String(range),
        isWithin: width > 0 && left > field.getBoundingClientRect().left,
      }
    })
    expect(marked).toEqual({ text: 'harbour', isWithin: true })
    await page.keyboard.press('Escape')
    await expect(desk.editor.standfirst).toBeFocused()
    await page.keyboard.type('port')
    await desk.command('Find and replace')
    await bar.getByRole('textbox', { name: 'Replace with' }).fill('port')
    await bar.getByRole('button', { name: 'Replace all' }).click()
    await expect(bar.getByRole('status')).toHaveText('Not found')
    const made = figure.replace(/harbour/gi, 'port')
    await expect(() =>
      expect(desk.home.read(file)).toBe(
        article('port fields', `standfirst: Of a port\n---\n\nThe port.\n\n${made}`),
      ),
    ).toPass()
    const undone = (words: string) =>
      expect(() =>
        expect(desk.home.read(file)).toBe(
          article('Harbour fields', `standfirst: ${words}\n---\n\nThe harbour.\n\n${figure}`),
        ),
      ).toPass()
    await desk.press('Mod+Z')
    await undone('Of a port')
    await expect(bar.getByRole('status')).toHaveText(/of 5/)
    await page.keyboard.press('Escape')
    await desk.editor.standfirst.focus()
    await desk.press('Mod+Z')
    await undone(standfirst)
    await expect(desk.editor.standfirst).toBeFocused()
    await desk.press('Mod+Shift+Z')
    await desk.press('Mod+Shift+Z')
    await expect(desk.editor.headline).toHaveValue('port fields')
    await expect(() => expect(desk.home.read(file)).toContain('title: port fields')).toPass()
  })
})

test.describe('the outline', () => {
  test('leads to headings and moves whole sections, by keys and by mouse', async ({
    sharedDesk: desk,
  }) => {
    const { page } = desk
    await open(desk)
    await desk.command('Outline')
    const outline = page.getByRole('navigation', { name: 'Outline' })
    const row = (name: string) => outline.getByRole('treeitem', { name, exact: true })
    await expect(outline.getByRole('treeitem')).toHaveText(['One', 'Two', 'Inside two', 'Three'])
    await row('Two').click()
    await expect(desk.editor.body).toBeFocused()
    await expect(row('Two')).toHaveAttribute('aria-current', 'location')

    await row('Two').focus()
    await page.keyboard.press('Alt+Shift+ArrowUp')
    await expect(outline.getByRole('treeitem')).toHaveText(['Two', 'Inside two', 'One', 'Three'])
    await expect(row('Two')).toBeFocused()
    await page.keyboard.press('Alt+Shift+ArrowRight')
    await expect(row('Two')).toHaveAttribute('aria-level', '2')
    await row('Three').dragTo(row('Two'), { targetPosition: { x: 20, y: 3 } })
    await expect(outline.getByRole('treeitem')).toHaveText(['Three', 'Two', 'Inside two', 'One'])
    await expect(() => {
      expect(saved(desk)).toBe(
        'The harbour opens. A **harb**our is a harbour.\n\n## Three\n\nThe end.\n\n### Two\n\n#### Inside two\n\nOther words.\n\n## One\n\nHarbour words.\n',
      )
    }).toPass()

    await desk.command('Go to heading')
    await page.getByRole('dialog').getByRole('combobox').fill('insi')
    await page.keyboard.press('Enter')
    await page.keyboard.type('!')
    await expect(row('Inside two!')).toBeVisible()

    // Closed from within, by a command of the palette, it leaves the keyboard to the page.
    await row('Inside two!').focus()
    await desk.command('Outline')
    await expect(outline).toBeHidden()
    await expect(desk.editor.body).toBeFocused()
  })
})
