import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { startBrowserDesk } from '../tests/e2e/hosts/browserDesk'
import { Desk } from '../tests/e2e/pages/Desk'
import { createTemporaryHome } from '../tests/support/temporaryHome'
import { browserArguments, obtainBrowser } from './browser.mjs'
import { buildStale } from './build.mjs'

// Makes the picture in the README: the desk with the sample news article, as a person sees it.

const docs = join(dirname(fileURLToPath(import.meta.url)), '../docs')
const ARTICLE = /^River towns agree/

async function takePicture(path: string): Promise<void> {
  await buildStale(['renderer', 'browser'])
  const { path: executablePath } = await obtainBrowser()
  const browser = await chromium.launch({ executablePath, args: browserArguments() })
  const home = createTemporaryHome()
  try {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      colorScheme: 'light',
    })
    const running = await startBrowserDesk(home, context)
    const desk = new Desk(running, home)
    await desk.page.getByRole('button', { name: /Open the sample articles/ }).click()
    await desk.library.open(ARTICLE)
    await desk.preview.article.getByRole('img').first().waitFor()
    await desk.editor.caretAfter('The river towns of Aldane')
    await desk.page.evaluate(() => document.fonts.ready)
    // The toolbar's last state and the pictures of the preview are drawn in the frames after.
    await desk.page.waitForTimeout(1500)
    await desk.page.screenshot({ path })
    await running.stop()
  } finally {
    await browser.close()
    home.remove()
  }
}

mkdirSync(docs, { recursive: true })
await takePicture(join(docs, 'screenshot.png'))
