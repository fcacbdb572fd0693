import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { browserArguments, obtainBrowser } from '../../../scripts/browser.mjs'
import { Desk, LIBRARY } from '../../e2e/pages/Desk'
import { startBrowserHost } from '../../support/browserHost'
import { createTemporaryHome } from '../../support/temporaryHome'
import { type Contender, clickMiddle } from '../contenders'
import { quantile } from '../statistics'
import { articleOf, asMarkdown, type TextBlock } from '../text'
import { typeInto } from '../typing'
import { markedArticle } from './marked'

const WORDS = 10_000
const MARKS = { suggestions: 500, comments: 200 }
const ROUNDS = 2

interface Setting {
  readonly name: string
  textOf(blocks: readonly TextBlock[]): string
  /** Whether the typist suggests, the cards beside the page. */
  readonly isReviewing: boolean
}

const marked = (blocks: readonly TextBlock[]) => markedArticle(blocks, MARKS)
const SETTINGS: readonly Setting[] = [
  { name: 'no review', textOf: asMarkdown, isReviewing: false },
  { name: '500 suggestions, 200 comments, editing', textOf: marked, isReviewing: false },
  { name: 'the same, suggesting, cards open', textOf: marked, isReviewing: true },
]

/** The real desk over the article as a setting has it. */
function deskWith({ name, textOf, isReviewing }: Setting): Contender {
  return {
    name,
    async open(page, blocks) {
      const home = createTemporaryHome()
      home.write(`${LIBRARY}/article.md`, `---\ntitle: Measured\n---\n\n${textOf(blocks)}\n`)
      const host = await startBrowserHost(home.env)
      const stop = async () => {
        await host.stop()
        home.remove()
      }
      await page.goto(host.address)
      const desk = new Desk({ page, stop, kill: stop }, home)
      await desk.openLibrary()
      await desk.library.open('Measured')
      const last = desk.preview.article.getByText(blocks.at(-1)?.text ?? '').first()
      await last.waitFor({ state: 'attached', timeout: 120_000 })
      // The preview gives way to the cards; without them it is put away, too, to compare like with like.
      await desk.press('Mod+R')
      if (isReviewing) {
        await desk.command('Settings')
        await desk.dialog.getByRole('textbox', { name: 'Your name' }).fill('Cy Ode')
        await desk.dialog.getByRole('button', { name: 'Done' }).click()
        await desk.press('Alt+F8')
        await desk.press('Mod+Shift+G')
      }
      await clickMiddle(page, blocks)
      return stop
    },
  }
}

const load = (loadavg()[0] ?? 0) / cpus().length
const { path } = await obtainBrowser()
const browser = await chromium.launch({
  executablePath: path,
  args: [...browserArguments(), '--disable-frame-rate-limit', '--disable-gpu-vsync'],
})
try {
  const blocks = articleOf(WORDS)
  const keys = new Map<string, number[]>(SETTINGS.map(({ name }) => [name, []]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const setting of SETTINGS) {
      process.stderr.write(`${setting.name}, round ${round + 1}\n`)
      const readings = await typeInto(browser, deskWith(setting), blocks)
      keys.get(setting.name)?.push(...readings.keys)
    }
  }
  const base = quantile(keys.get('no review') ?? [], 0.5)
  const rows = SETTINGS.map(({ name }) => {
    const all = keys.get(name) ?? []
    const [median, late] = [quantile(all, 0.5), quantile(all, 0.95)]
    return `| ${name} | ${median.toFixed(1)} | ${late.toFixed(1)} | ${(median / base).toFixed(2)} |`
  })
  const report = `# Typing in an article under review

Milliseconds from a key to the frame that shows it, in the middle of an article of 10,000 words, in headless Chromium. The aim: with 500 suggestions and 200 comments at most 1.5 times as long as without. Written by \`npm run bench -- review\`.

${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}, Chromium ${browser.version()}; ${load.toFixed(1)} processes waiting for each core before the run

| article | median | 95th percentile | times |
|---|---|---|---|
${rows.join('\n')}
`
  process.stdout.write(report)
  writeFileSync(fileURLToPath(new URL('../../../docs/review.md', import.meta.url)), report)
} finally {
  await browser.close()
}
