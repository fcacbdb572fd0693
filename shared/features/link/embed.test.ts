import { expect, it } from 'vitest'
import { openArticle } from '../../document/articleDocument'
import { toHtmlFragment } from '../../document/html'
import { embedKind } from './embed'

function html(text: string): string {
  const article = openArticle({ text })
  const rendered = toHtmlFragment(article.content())
  article.dispose()
  return rendered
}

it('knows videos and posts by their hosts, and no other page', () => {
  expect(embedKind('https://www.youtube.com/watch?v=abc')).toBe('Video on YouTube')
  expect(embedKind('https://bsky.app/profile/a/post/b')).toBe('Post on Bluesky')
  expect(embedKind('https://www.youtube.com/')).toBeNull()
  expect(embedKind('https://youtube.com.evil.example/watch')).toBeNull()
  expect(embedKind('not an address')).toBeNull()
})

it('shows an address alone on its line as a card, and loads nothing for it', () => {
  const card = html('https://youtu.be/abc\n')
  expect(card).toContain('class="embed"')
  expect(card).toContain('Video on YouTube')
  expect(card).not.toMatch(/<(?:iframe|img|script)/)
  expect(html('See https://youtu.be/abc\n')).not.toContain('embed')
  expect(html('[A film](https://youtu.be/abc)\n')).not.toContain('embed')
})
