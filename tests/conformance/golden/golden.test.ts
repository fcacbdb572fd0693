import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contentFromMarkdown } from '../../../shared/document/export'
import { toMarkdownProfile } from '../../../shared/document/export/markdown'
import { shapeFragment, toRichText } from '../../../shared/document/export/shapes'
import { toPlainText } from '../../../shared/document/export/text'
import { toHtmlPage } from '../../../shared/document/html'
import { PROFILE_NAMES, TARGET_NAMES } from '../../../shared/domain/exports'

// What every format makes of a dozen articles, as files to be read. A change in one of them is a
// change of what is published: `npx vitest run tests/conformance/golden -u` writes them anew.

const folder = join(import.meta.dirname, 'articles')
const articles = readdirSync(folder).map((file) => ({
  name: file.replace(/\.md$/, ''),
  text: readFileSync(join(folder, file), 'utf8'),
}))

/** Every format under its name, with a line between them that none of them can hold. */
function together(parts: readonly (readonly [string, string])[]): string {
  return parts.map(([name, text]) => `======== ${name} ========\n${text}`).join('\n')
}

describe.each(articles)('$name', ({ name, text }) => {
  const content = contentFromMarkdown(text)
  const file = (kind: string) => join(import.meta.dirname, 'expected', `${name}.${kind}.txt`)

  it('is the HTML that it was', async () => {
    // The style is the same in every page and has a hash of its own.
    const page = toHtmlPage(content)
      .replace(/<style>[\s\S]*<\/style>/, '<style>…</style>')
      .replace(/sha256-[^&]+/, 'sha256-…')
    const shaped = TARGET_NAMES.map(
      (target) => [target, shapeFragment(content, target).html] as const,
    )
    const parts = [['page', page] as const, ...shaped, ['rich text', toRichText(content)] as const]
    await expect(together(parts)).toMatchFileSnapshot(file('html'))
  })

  it('is the Markdown and the plain text that it was', async () => {
    const profiles = PROFILE_NAMES.map(
      (profile) => [profile, toMarkdownProfile(text, profile)] as const,
    )
    await expect(together([...profiles, ['text', toPlainText(content)]])).toMatchFileSnapshot(
      file('markdown'),
    )
  })
})
