import { toHtml } from 'hast-util-to-html'
import { contentFromMarkdown } from '../../shared/document/export'
import { renderArticle } from '../../shared/document/html'
import { roundtrip } from '../../shared/document/roundtrip'

/** The Markdown of an article after a word was typed at the end of its block `touch`, from 1. */
export function typedInto(markdown: string, touch = 1): string {
  return roundtrip(markdown, { touch }).text
}

/** What stands between the article's tags. */
export function htmlOf(markdown: string): string {
  const html = toHtml(renderArticle(contentFromMarkdown(markdown)))
  return html.replace(/^<article[^>]*>/, '').replace(/<\/article>$/, '')
}
