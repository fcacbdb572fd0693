import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from '@playwright/test'
import { browserArguments, obtainBrowser } from '../../scripts/browser.mjs'
import { bareLexical, type Contender, codeMirror } from './contenders'
import { galley } from './galley'
import { type Result, tableOf } from './table'
import { articleOf } from './text'
import { typeInto } from './typing'

const LENGTHS = [1_000, 10_000, 50_000]
/** The editors take turns, so that a slow minute of the machine meets all of them. */
const ROUNDS = 2

async function measure(browser: Browser): Promise<readonly Result[]> {
  const contenders: readonly Contender[] = [galley(), await bareLexical(), await codeMirror()]
  const results: Result[] = []
  for (const words of LENGTHS) {
    const blocks = articleOf(words)
    for (const contender of contenders) {
      results.push({ name: contender.name, words, readings: { keys: [], longTasks: [] } })
    }
    for (let round = 0; round < ROUNDS; round++) {
      for (const contender of contenders) {
        process.stderr.write(`${contender.name}, ${words} words, round ${round + 1}\n`)
        const { keys, longTasks } = await typeInto(browser, contender, blocks)
        const at = results.findIndex(
          (result) => result.name === contender.name && result.words === words,
        )
        const before = results[at]
        if (!before) continue
        results[at] = {
          ...before,
          readings: {
            keys: [...before.readings.keys, ...keys],
            longTasks: [...before.readings.longTasks, ...longTasks],
          },
        }
      }
    }
  }
  return results
}

/** What else the machine had to do, which a reader of the table should know. */
function loadOf(load: number): string {
  const perCore = load / cpus().length
  if (perCore < 0.5) return 'nothing else was running'
  return `busy with other work too (${perCore.toFixed(1)} processes waiting for each core before the run)`
}

const load = loadavg()[0] ?? 0
const { path } = await obtainBrowser()
// Frames come as soon as they are ready: the wait for a screen's next refresh is nobody's doing.
const browser = await chromium.launch({
  executablePath: path,
  args: [...browserArguments(), '--disable-frame-rate-limit', '--disable-gpu-vsync'],
})
try {
  const table = tableOf(await measure(browser))
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}, Chromium ${browser.version()}; ${loadOf(load)}`
  const report = `# Keystroke to next frame

Typing in the middle of an article, the desk with its preview open, against bare Lexical rich text and CodeMirror 6 (which draws only what is in view) with the same text in the same run, in headless Chromium. Written by \`npm run bench\`. The editors take turns, so that what else the machine does meets all of them: the ratios are what counts.

The aims are for the median: no slower than bare Lexical at 1,000 and 10,000 words; at 50,000 at most 0.6 of it and 1.5 of CodeMirror; and no task over 50 ms.

${machine}

${table}
`
  process.stdout.write(report)
  writeFileSync(fileURLToPath(new URL('../../docs/typing.md', import.meta.url)), report)
} finally {
  await browser.close()
}
