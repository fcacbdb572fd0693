import type { Browser, Page } from '@playwright/test'
import { bundle } from './bundle'
import type { Contender } from './contenders'
import type { Readings } from './pages/probe'
import type { TextBlock } from './text'

const WARM_UP = 20
const KEYS = 150
/** A fast typist's pace; between keys the editor may do what it put off. */
const PAUSE_MS = 60
const TYPED = 'and then the talks went on late into the night '

/** Types in the middle of the article and says how each keystroke and each pause went. */
export async function typeInto(
  browser: Browser,
  contender: Contender,
  blocks: readonly TextBlock[],
): Promise<Readings> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  let end = async () => {}
  try {
    end = await contender.open(page, blocks)
    await page.waitForTimeout(1000)
    await type(page, WARM_UP)
    // Evaluated, not added as a tag: the desk's policy lets no script in.
    await page.evaluate(await bundle('probe'))
    await type(page, KEYS)
    const readings = await page.evaluate(() => window.galleyProbe.readings())
    if (readings.keys.length < KEYS / 2) {
      throw new Error(`${contender.name} drew ${readings.keys.length} of ${KEYS} keystrokes.`)
    }
    return readings
  } finally {
    await page.close()
    await end()
  }
}

async function type(page: Page, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const letter = TYPED.charAt(index % TYPED.length)
    await page.keyboard.press(letter === ' ' ? 'Space' : letter)
    await page.waitForTimeout(PAUSE_MS)
  }
}
