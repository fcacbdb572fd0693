import { expect, test } from '../desk'
import { type Desk, LIBRARY } from '../pages/Desk'

const FILE = `${LIBRARY}/page.md`

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

async function open(desk: Desk, body: string): Promise<void> {
  desk.home.write(FILE, `---\ntitle: A page\n---\n\n${body}\n`)
  await desk.openLibrary()
  await desk.library.open('A page')
  await desk.editor.body.waitFor()
}

async function expectSaved(desk: Desk, text: string | RegExp): Promise<void> {
  await expect(() => {
    if (typeof text === 'string') expect(desk.home.read(FILE)).toContain(text)
    else expect(desk.home.read(FILE)).toMatch(text)
  }).toPass()
}

test('the rest of the page steps back, and the line being written stays in its place', async ({
  desk,
}) => {
  const { editor, page } = desk
  await open(desk, 'One here. Two here. Three here.\n\nFour here.\n\n```\ncode\n```')
  const opacity = (text: string) =>
    editor.body
      .getByText(text)
      .first()
      .evaluate((words) => Number(getComputedStyle(words.closest('p') ?? words).opacity))

  await test.step('all but the paragraph', async () => {
    await editor.caretAfter('Four here')
    await page.keyboard.press('F8')
    await expect.poll(() => opacity('One here')).toBeLessThan(0.5)
    await expect.poll(() => opacity('Four here')).toBe(1)
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => opacity('Four here')).toBeLessThan(0.5)
    await expect.poll(() => opacity('One here')).toBe(1)
  })

  await test.step('all but the sentence', async () => {
    await desk.command('Focus on the sentence')
    await editor.body.getByText('One here').click({ position: { x: 8, y: 10 } })
    const rest = () =>
      page.evaluate(() =>
        [...(CSS.highlights.get('galley-rest') ?? [])].map((range) => String(range)).join('|'),
      )
    await expect.poll(rest).toMatch(/^[^O]*\|Two here\. Three here\.$/)
    await desk.command('Focus on the sentence')
    await expect.poll(() => opacity('Four here')).toBe(1)
    await expect.poll(rest).toBe('')
  })

  await test.step('while typewriter scrolling is on', async () => {
    await editor.caretAfter('Four here')
    await page.keyboard.press('F9')
    const height = () =>
      page.evaluate(() => {
        const selection = window.getSelection()
        const node = selection?.focusNode
        const line = node instanceof Element ? node : node?.parentElement
        const page = line?.closest('[data-editor-scroller]')?.getBoundingClientRect()
        return Math.round((line?.getBoundingClientRect().top ?? 0) - (page?.top ?? 0))
      })
    for (let count = 0; count < 14; count++) await page.keyboard.press('Enter')
    await editor.type('a')
    let at = await height()
    await expect(async () => {
      const before = at
      await editor.caretAtRest()
      at = await height()
      expect(at).toBe(before)
    }).toPass()
    for (let count = 0; count < 6; count++) await page.keyboard.press('Enter')
    await editor.type('b')
    await expect.poll(async () => Math.abs((await height()) - at)).toBeLessThan(6)
    await page.keyboard.press('F9')
  })

  await test.step('in the whole screen, with a goal, and a language for code', async () => {
    const isFull = () => page.evaluate(() => document.fullscreenElement !== null)
    await desk.command('Full screen')
    await expect.poll(isFull).toBe(true)
    await desk.command('Full screen')
    await expect.poll(isFull).toBe(false)

    await page
      .getByRole('banner')
      .getByRole('button', { name: /words$/ })
      .click()
    await page.getByRole('textbox', { name: 'Goal in words' }).fill('20')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('progressbar', { name: 'Goal' })).toHaveAttribute(
      'aria-valuemax',
      '20',
    )
    await page.keyboard.press('Escape')

    await editor.body.getByText('code').click()
    await page.getByRole('combobox', { name: 'Language' }).click()
    await editor.type('python')
    await page.keyboard.press('Enter')
    await editor.type('!')
    await expectSaved(desk, /goal: 20\n[\s\S]*```python\n[code!]{5}\n```/)
  })
})

test('blocks are dragged by their handle, and files dropped and pasted become articles and figures', async ({
  desk,
}) => {
  const { editor, page } = desk
  await open(desk, 'One.\n\nTwo.\n\nThree.')

  await test.step('a block goes where it is dropped', async () => {
    await editor.body.getByText('Three.').hover()
    const handle = page.getByRole('button', { name: /^Block: drag to move/ })
    await handle.dragTo(editor.body.getByText('One.'), { targetPosition: { x: 20, y: 2 } })
    await expectSaved(desk, 'Three.\n\nOne.\n\nTwo.\n')
    await editor.body.click()
    await desk.press('Mod+Z')
    await expectSaved(desk, 'One.\n\nTwo.\n\nThree.\n')
  })

  await test.step('its menu turns it into something else', async () => {
    await editor.body.getByText('Two.').hover()
    await page.getByRole('button', { name: /^Block: drag to move/ }).click()
    await page.getByRole('menuitem', { name: 'Turn into' }).click()
    await page.getByRole('menuitem', { name: 'Heading 2' }).click()
    await expectSaved(desk, 'One.\n\n## Two.\n\nThree.\n')
  })

  await test.step('a picture stands where it fell, or where the caret is', async () => {
    await editor.give('drop', 'One.', [{ name: 'ferry.png', type: 'image/png', base64: PNG }])
    await expect(editor.body.getByRole('group', { name: 'Picture' })).toHaveCount(1)
    await expectSaved(desk, /One\.\n\n!\[\]\(ferry\.png\)\n\n## Two\./)
    expect([...desk.home.bytes(`${LIBRARY}/ferry.png`)]).toEqual([...Buffer.from(PNG, 'base64')])
    await editor.caretAfter('Three.')
    await editor.give('paste', 'Three.', [{ name: 'image.png', type: 'image/png', base64: PNG }])
    await expect(editor.body.getByRole('group', { name: 'Picture' })).toHaveCount(2)
    await expectSaved(desk, /Three\.\n\n!\[\]\([\w-]+\.png\)\n$/)
  })

  await test.step('an article is refused, and a text is one of its own', async () => {
    await editor.give('drop', 'One.', [
      { name: 'a.md', type: 'text/markdown', base64: btoa('# A\n') },
    ])
    await expect(desk.notices).toContainText('“a.md”')
    await expect(desk.notices).toContainText('it is an article already')
    const base64 = Buffer.from('The mill\n\nIt stands by the river.\n').toString('base64')
    await editor.give('drop', 'One.', [{ name: 'mill.txt', type: 'text/plain', base64 }])
    await expect(() =>
      expect(desk.home.read(`${LIBRARY}/mill.md`)).toContain('It stands by the river.'),
    ).toPass()
  })
})
