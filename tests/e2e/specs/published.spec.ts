import { execFileSync } from 'node:child_process'
import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../desk'
import { LIBRARY } from '../pages/Desk'
import { outlineOf } from '../pages/outline'

const ROOT = join(import.meta.dirname, '../../..')
const GOLDEN = join(ROOT, 'tests/conformance/golden/articles')
/** Where they are published. */
const SITE = 'Documents/Site'

/** Exports each article of a folder into another, as the command line does. */
function exportAll(from: string, to: string): void {
  const galley = join(ROOT, 'scripts/galley.mjs')
  const files = readdirSync(from)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(from, name))
  const args = [galley, 'export', ...files, '--to', 'html', '--out', `${to}/`]
  execFileSync(process.execPath, args, { stdio: 'ignore' })
}

test('the preview shows a dozen articles as their exported pages are', async ({ desk, home }) => {
  home.write(`${LIBRARY}/first.md`, '')
  cpSync(GOLDEN, home.at(LIBRARY), { recursive: true })
  exportAll(home.at(LIBRARY), home.at(SITE))
  await desk.openLibrary()
  const published = await desk.page.context().newPage()
  for (const file of readdirSync(GOLDEN)) {
    await published.setContent(home.read(`${SITE}/${file.replace(/md$/, 'html')}`))
    const expected = await outlineOf(published.locator('article'))
    await desk.library.tree.getByText(await published.title(), { exact: true }).click()
    await expect(async () =>
      expect(await outlineOf(desk.preview.article)).toEqual(expected),
    ).toPass({ timeout: 5000 })
  }
})
