import { execFileSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportArticle } from '../../../shared/document/export'
import { PAGE_THEME_NAMES } from '../../../shared/domain/pageThemes'
import { violationsOn } from '../axe'
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
    ).toPass()
  }
})

/** The text below an article's front matter. */
const bodyOf = (text: string) => text.replace(/^(---|\+\+\+)\n[\s\S]*?\n\1\n/, '')

test('exported pages give axe nothing to say, in every design, by day and by night', async ({
  page,
}) => {
  const read = (file: string) => readFileSync(join(GOLDEN, file), 'utf8')
  const others = readdirSync(GOLDEN).filter((file) => file !== 'metadata.md')
  // All of them as one, since looking takes long: under the head that has every field.
  const text = [read('metadata.md'), ...others.map((file) => bodyOf(read(file)))].join('\n\n')
  const found: string[] = []
  let looked = ''
  for (const name of PAGE_THEME_NAMES) {
    const design = { kind: 'theme', name } as const
    const { content } = await exportArticle(text, { format: 'html', design })
    await page.setContent(String(content))
    const markup = String(content).replace(/<style>[^<]*<\/style>/g, '')
    const violations = await violationsOn(page, markup === looked ? 'looks' : 'all')
    found.push(...violations.map((what) => `${name}, ${what}`))
    looked = markup
  }
  expect(found).toEqual([])
})
