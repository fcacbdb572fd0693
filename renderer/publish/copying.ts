import { AppError } from '../../shared/api/errors'
import type { ArticleContent } from '../../shared/document/content'
import { shapeFragment, toRichText } from '../../shared/document/export/shapes'
import { toPlainText } from '../../shared/document/export/text'
import type { FragmentTarget } from '../../shared/domain/exports'
import type { Desk } from '../state/desk'
import { tell } from '../state/noticesStore'
import { problemOf } from '../state/problem'

/** Through the browser's own copy event, which needs no permission. Throws when it was not taken. */
function write(types: Readonly<Record<string, string>>): void {
  let isTaken = false
  const put = (event: ClipboardEvent): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
    for (const [type, text] of Object.entries(types)) event.clipboardData?.setData(type, text)
    isTaken = true
  }
  window.addEventListener('copy', put, { capture: true, once: true })
  document.execCommand('copy')
  window.removeEventListener('copy', put, { capture: true })
  if (!isTaken) throw new AppError('unavailable', 'The clipboard did not take it; try again.')
}

/** Puts the article on the clipboard as clean HTML and as plain text, for whatever takes which. */
export function copyRichText(content: ArticleContent): void {
  write({ 'text/html': toRichText(content), 'text/plain': toPlainText(content) })
}

/** Puts the HTML itself on the clipboard, for a field that takes code. */
export function copyFragment(content: ArticleContent, target: FragmentTarget): readonly string[] {
  const { html, problems } = shapeFragment(content, target)
  write({ 'text/plain': html })
  return problems
}

/** Copies the open article as its page stands, and says so. */
export function copyArticle({ stores }: Desk): void {
  const { session } = stores.article.getState()
  if (session === null) return
  try {
    copyRichText(session.content())
    tell(stores.notices, { key: 'copied', text: 'The article is on the clipboard.' })
  } catch (error) {
    tell(stores.notices, { key: 'copied', text: `It could not be copied. ${problemOf(error)}` })
  }
}
