import { articleOf, asMarkdown } from '../../bench/text'
import { expect, test } from '../desk'
import { LIBRARY } from '../pages/Desk'

/**
 * What is wrong with how the blocks stand, looked at view by view: each has to stand below the one
 * before it, by the larger of their two margins, and none may be missing.
 */
async function misplaced(root: HTMLElement | SVGElement): Promise<readonly string[]> {
  const scroller = root.closest('[data-editor-scroller]')
  if (scroller === null) return ['no page']
  const wrong: string[] = []
  const blocks = [...root.children]
  let next = 0
  scroller.scrollTop = 0
  while (next < blocks.length) {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    const view = scroller.getBoundingClientRect()
    const first = next
    for (; next < blocks.length; next++) {
      const block = blocks[next]
      const box = block?.getBoundingClientRect()
      if (block === undefined || box === undefined || box.top > view.bottom) break
      const before = blocks[next - 1]
      if (before === undefined) continue
      const gap = box.top - before.getBoundingClientRect().bottom
      const margins = [getComputedStyle(before).marginBottom, getComputedStyle(block).marginTop]
      const due = Math.max(...margins.map(Number.parseFloat))
      if (box.height === 0 || Math.abs(gap - due) > 1) {
        wrong.push(`${block.textContent}: ${box.height} px high after ${gap} px, not ${due} px`)
      }
    }
    if (next === first && scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight) {
      wrong.push(`${blocks[next]?.textContent}: out of reach`)
      break
    }
    scroller.scrollTop += scroller.clientHeight / 2
  }
  return wrong
}

test.describe('a long article', () => {
  const FILE = `${LIBRARY}/long.md`
  const body = asMarkdown(articleOf(4_000)).trim()
  const text = `---\ntitle: A long article\n---\n\n${body}\n`

  test.beforeEach(async ({ desk, home }) => {
    home.write(FILE, text)
    await desk.openLibrary()
    await desk.library.open('A long article')
    await expect(desk.editor.headline).toHaveValue('A long article')
    await expect(desk.editor.body.locator('> *').last()).toBeAttached()
  })

  test('shows every block in its place, whatever is done to them', async ({ desk }) => {
    const { editor, page } = desk
    expect(await editor.body.evaluate(misplaced)).toEqual([])

    // Headings where paragraphs were, so that groups begin elsewhere.
    const paragraphs = editor.body.locator('> p')
    for (const index of [10, 11, 12, 25]) {
      await paragraphs.nth(index).click()
      await editor.caretAtRest()
      await desk.press('Mod+Alt+2')
    }

    await paragraphs.nth(20).click()
    await page.keyboard.press('End')
    await editor.caretAtRest()
    for (let line = 0; line < 30; line++) {
      await page.keyboard.press('Enter')
      await page.keyboard.insertText(`Line ${line}`)
    }
    await expect(editor.body).toContainText('Line 29')

    await paragraphs.nth(5).click()
    await editor.caretAtRest()
    for (let step = 0; step < 10; step++) await page.keyboard.press('Alt+ArrowDown')
    expect(await editor.body.evaluate(misplaced)).toEqual([])

    await paragraphs.nth(15).click()
    await page.keyboard.press('Home')
    for (let step = 0; step < 6; step++) await page.keyboard.press('Shift+PageDown')
    await editor.caretAtRest()
    await page.keyboard.press('Delete')
    await editor.caretAtRest()
    expect(await editor.body.evaluate(misplaced)).toEqual([])

    await expect(async () => {
      for (let step = 0; step < 20; step++) await desk.press('Mod+Z')
      await desk.press('Mod+S')
      await expect(desk.saveMark).toHaveText('Saved')
      expect(desk.home.read(FILE) === text).toBe(true)
    }).toPass()
    expect(await editor.body.evaluate(misplaced)).toEqual([])
  })

  test('is selected by keys as far as one likes', async ({ desk }) => {
    const { editor, page } = desk
    const chosen = () => page.evaluate(() => getSelection()?.toString().length ?? 0)
    await editor.body.locator('> p').first().click()
    await page.keyboard.press('Home')
    await editor.caretAtRest()
    let before = 0
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Shift+PageDown')
      await expect.poll(chosen).toBeGreaterThan(before)
      before = await chosen()
    }
    expect(before).toBeGreaterThan(body.length / 4)
  })
})
