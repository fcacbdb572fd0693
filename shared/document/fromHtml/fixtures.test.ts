import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { convertHtml } from '.'

const folder = new URL('../../../tests/fixtures/paste/', import.meta.url)
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.replace('.html', ''))

const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

it.each(sources)('turns what %s puts on the clipboard into clean Markdown', (source) => {
  expect(`${convertHtml(read(`${source}.html`))?.markdown}\n`).toBe(read(`${source}.md`))
})

it.each(sources)('has %s come out the same when it is pasted twice', (source) => {
  const html = read(`${source}.html`)
  expect(convertHtml(html + html)?.markdown).not.toMatch(/mso-|docs-internal|<\w+|utm_|gclid/)
})
