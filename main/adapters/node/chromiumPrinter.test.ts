import { expect, it } from 'vitest'
import { contentFromMarkdown } from '../../../shared/document/export'
import { toHtmlPage } from '../../../shared/document/html'
import { printWithChromium } from './chromiumPrinter'

it('says what is needed where there is no browser, and prints a tagged page with bookmarks where there is one', async () => {
  const html = toHtmlPage(
    contentFromMarkdown('---\ntitle: Mill\n---\n\nText.\n\n## Wind\n\nMore.\n'),
  )
  const made = await printWithChromium(html).catch((error: unknown) => error)
  if (made instanceof Error) {
    expect(made).toMatchObject({ code: 'unavailable' })
    expect(made.message).toMatch(/none was found; install one/)
    return
  }
  const pdf = Buffer.from(made as Uint8Array).toString('latin1')
  expect(pdf).toMatch(/^%PDF-/)
  expect(pdf).toMatch(/\/StructTreeRoot/)
  expect(pdf).toMatch(/\/Outlines/)
})
