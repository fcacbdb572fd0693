import type { Locator } from '@playwright/test'
import { articleOf, asMarkdown } from '../../bench/text'
import { expect, test } from '../desk'
import { LIBRARY } from '../pages/Desk'
import { endWatch, watchPreview } from '../pages/FrameProbe'

/** The words of the block at the top of the view, page or preview; of two where it may be either. */
function wordsAtTop(blocks: Locator): Promise<readonly string[]> {
  return blocks.evaluate((element) => {
    let scroller = element.parentElement
    while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY)) {
      scroller = scroller.parentElement
    }
    const isInPage = scroller !== null && scroller !== element.ownerDocument.documentElement
    const top = (isInPage && scroller?.getBoundingClientRect().top) || 0
    // Either side rounds to whole pixels.
    return [top - 2, top + 2].map((y) => {
      const first = [...element.children].find((each) => each.getBoundingClientRect().bottom > y)
      // Between a list's items one has line ends and the other none.
      return first?.textContent.replaceAll(/\s+/g, '') ?? ''
    })
  })
}

test('the preview of ten thousand words keeps up, keeps its blocks and keeps level', async ({
  desk,
  home,
}) => {
  const { page, editor, preview } = desk
  const text = asMarkdown(articleOf(10_000)).trim()
  const paragraphs = text.split('\n\n').filter((block) => /^[A-Z]/.test(block))
  const headline = 'A long one'
  const [first = '', last = ''] = [paragraphs[0], paragraphs.at(-1)]
  home.write(`${LIBRARY}/long.md`, `---\ntitle: ${headline}\n---\n\n${text}\n`)
  await desk.openLibrary()
  await desk.library.open(headline)
  const shows = (words: string) => expect(preview.article.getByText(words, { exact: true }))
  await shows(last).toBeAttached()

  await test.step('a key shows by the next frame, and no other block is touched', async () => {
    await editor.body.getByText(first).click()
    await page.keyboard.press('Home')
    const blocks = await watchPreview(page)
    await page.keyboard.type('She said so.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Really.')
    await shows(`Really.${first}`).toBeAttached()
    await desk.press('Mod+Z')
    await shows(`Really.${first}`).not.toBeAttached()
    await page.getByRole('button', { name: 'Design of the page' }).click()
    await page.getByText('Plain', { exact: true }).click()
    await expect(preview.article.getByText(first)).not.toHaveCSS('font-family', /Source Serif/)
    const { frames, ...watched } = await endWatch(page)
    // The frame in which the key shows on the page, and the next, which shows it in the preview; a busy
    // machine leaves some keys without their turn, and never all of them.
    expect(Math.min(...frames)).toBeLessThanOrEqual(2)
    expect(watched).toEqual({ kept: blocks, fewestBlocks: blocks, wasLoadedAnew: false })
  })

  await test.step('page and preview scroll with each other', async () => {
    /** Waits until both show one block at the top, and it is not `before`. */
    const level = async (before: string) => {
      let at = before
      await expect(async () => {
        const page = await wordsAtTop(editor.body)
        at = (await wordsAtTop(preview.article)).find((words) => page.includes(words)) ?? before
        expect(at).not.toBe(before)
      }).toPass()
      return at
    }
    await editor.body.hover()
    await page.mouse.wheel(0, 8000)
    const middle = await level(headline)
    await preview.element.hover()
    await page.mouse.wheel(0, 9000)
    await level(middle)
  })

  await test.step('a press in the preview leads to the text', async () => {
    await preview.article.getByText(last).click()
    await page.keyboard.type('X')
    await shows(`X${last}`).toBeAttached()
    await expect(editor.body.getByText(`X${last}`)).toBeInViewport()
    await preview.article.getByRole('heading', { level: 1 }).click()
    await expect(editor.headline).toBeFocused()
  })
})
