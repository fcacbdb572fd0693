import type { ArticleContent } from '../../shared/document/content'
import { shapeFragment, toRichText } from '../../shared/document/export/shapes'
import { toPlainText } from '../../shared/document/export/text'
import type { FragmentTarget } from '../../shared/domain/exports'

async function write(types: Readonly<Record<string, string>>): Promise<void> {
  const blobs = Object.entries(types).map(([type, text]) => [type, new Blob([text], { type })])
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
}

/** Puts the article on the clipboard as clean HTML and as plain text, for whatever takes which. */
export function copyRichText(content: ArticleContent): Promise<void> {
  return write({ 'text/html': toRichText(content), 'text/plain': toPlainText(content) })
}

/** Puts the HTML itself on the clipboard, for a field that takes code. */
export async function copyFragment(
  content: ArticleContent,
  target: FragmentTarget,
): Promise<readonly string[]> {
  const { html, problems } = shapeFragment(content, target)
  await write({ 'text/plain': html })
  return problems
}
