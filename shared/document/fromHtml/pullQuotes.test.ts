import { expect, it } from 'vitest'
import { convertHtml } from '.'

const PULL = '> <!-- pull quote -->\n> Not today.\n>\n> — Ana, pilot'

it.each([
  [
    'Galley’s own pages',
    '<p>One.</p><aside class="pull-quote"><figure class="quotation"><blockquote>\n<p>Not today.</p>\n</blockquote>\n' +
      '<figcaption>— <cite><span class="speaker">Ana</span>, pilot</cite></figcaption></figure></aside><p>Two.</p>',
  ],
  [
    'WordPress',
    '<p>One.</p><figure class="wp-block-pullquote"><blockquote><p>Not today.</p><cite>Ana, pilot</cite></blockquote></figure><p>Two.</p>',
  ],
  [
    'Substack',
    '<p>One.</p><div class="pullquote"><p>Not today.</p><p>— Ana, pilot</p></div><p>Two.</p>',
  ],
])('keeps a pull quote of %s', (_, html) => {
  expect(convertHtml(html)?.markdown).toBe(`One.\n\n${PULL}\n\nTwo.`)
})
