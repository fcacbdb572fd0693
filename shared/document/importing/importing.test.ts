import { describe, expect, it } from 'vitest'
import { fileText, importGhost, importPage, importText, importWordPress, reportLines } from '.'

const PAGE = `<!doctype html><html lang="en"><head><title>Ferries sail again | The Norhaven Post</title>
<meta property="og:title" content="Ferries sail again"><meta property="og:image" content="https://example.org/solveig.jpg">
<meta property="article:published_time" content="2026-11-16T08:00:00Z"><meta name="author" content="Ana Ruiz and Ben Holt">
<script>track()</script></head><body>
<header><nav><a href="/">Home</a><a href="/sea">Sea</a></nav></header>
<main><article><h1>Ferries sail again</h1>
<p>The crews of the harbour ferries in Norhaven went back to work on Monday, after nine days without a boat, and the owners promised them two new vessels.</p>
<h2>What the crews won</h2>
<p>The agreement, signed in the night to Monday, gives the crews a new roster, which they had asked for since spring, and a review of it after a year.</p>
<ul><li>Two new boats</li><li>A shorter night shift</li></ul>
<p>See <a href="https://example.org/roster?utm_source=post">the roster</a>, which the town has published on its own pages, with the times of all boats.</p>
<h3>Suggested Posts</h3><ul><li><a href="/a">Ten boats that sank</a></li></ul>
</article>
<aside class="sidebar"><h3>Most read</h3><p>Why salt is dear, and why it will be dearer in the winter that is to come.</p></aside>
<section id="respond" class="comment-respond"><h3>Leave a Reply</h3><form><label>Name</label><input name="n"></form></section></main>
<footer>© 2026 The Norhaven Post</footer></body></html>`

describe('a web page', () => {
  const imported = importPage(PAGE)

  it('gives its headline, byline, date and lead picture to the front matter', () => {
    expect(imported.fields).toMatchObject({
      title: 'Ferries sail again',
      authors: ['Ana Ruiz', 'Ben Holt'],
      date: '2026-11-16T08:00:00Z',
      image: 'https://example.org/solveig.jpg',
    })
  })

  it('keeps the article and nothing of what is around it', () => {
    expect(imported.body).toContain('## What the crews won')
    expect(imported.body).toContain('[the roster](https://example.org/roster)')
    expect(imported.body).not.toMatch(/Home|Most read|Leave a Reply|Suggested|sank|©|track/)
    expect(imported.body).not.toMatch(/^# /m)
  })

  it('says what was left out', () => {
    const told = reportLines(imported).join(' ')
    expect(told).toMatch(/Kept: .*2 links?|Kept: .*1 heading/)
    expect(told).toMatch(/Left out: .*page furniture/)
  })

  it('writes a file whose front matter holds it', () => {
    expect(fileText(imported)).toMatch(/^---\ntitle: Ferries sail again\n/)
    expect(fileText(imported)).toContain('author: [Ana Ruiz, Ben Holt]')
  })
})

it('imports a fragment whole', () => {
  expect(importPage('<h1>Ferries</h1><p>One.</p><h1>Later</h1>')).toMatchObject({
    fields: { title: 'Ferries' },
    body: 'One.\n\n## Later',
  })
})

it('imports plain text, and sets the page’s furniture aside', () => {
  const text =
    'Ferries sail again\n\nThe crews of the harbour ferries went back to work on Monday, after nine days without a boat.\n\nThe council meets in spring.\n\nLeave a Reply'
  expect(importText(text)).toMatchObject({
    fields: { title: 'Ferries sail again' },
    notes: ['Set aside: “Leave a Reply”.'],
  })
  expect(importText(text, new Set([0, 1])).body).toContain('Leave a Reply')
})

const WXR = `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Norhaven Post</title><wp:wxr_version>1.2</wp:wxr_version>
<item><title>Ferries &amp; salt</title><dc:creator><![CDATA[ana]]></dc:creator>
<content:encoded><![CDATA[The first paragraph
goes on.

[caption id="a1" width="300"]<img src="https://example.org/s.jpg" alt="A ferry" /> The Solveig[/caption]

[gallery ids="1,2"]

A <b>second</b> one [sic].]]></content:encoded><excerpt:encoded><![CDATA[In short.]]></excerpt:encoded>
<wp:post_date><![CDATA[2026-11-16 08:00:00]]></wp:post_date><wp:post_name><![CDATA[ferries-salt]]></wp:post_name><wp:status><![CDATA[publish]]></wp:status><wp:post_type><![CDATA[post]]></wp:post_type>
<category domain="category" nicename="sea"><![CDATA[Sea]]></category><category domain="post_tag" nicename="salt"><![CDATA[Salt]]></category></item>
<item><title>logo</title><wp:post_type>attachment</wp:post_type></item>
<item><title>Old</title><content:encoded>x</content:encoded><wp:status>trash</wp:status><wp:post_type>post</wp:post_type></item>
<item><title>About</title><content:encoded><![CDATA[<!-- wp:paragraph --><p>We print.</p><!-- /wp:paragraph -->]]></content:encoded><wp:status>draft</wp:status><wp:post_type>page</wp:post_type></item>
</channel></rss>`

describe('a WordPress export', () => {
  const [post, page, ...others] = importWordPress(WXR)

  it('gives its posts and pages, not its attachments or its trash', () => {
    expect(others).toEqual([])
    expect(page).toMatchObject({ fields: { title: 'About', status: 'draft' }, body: 'We print.' })
  })

  it('reads the classic editor’s paragraphs, captions and codes', () => {
    expect(post?.body).toBe(
      'The first paragraph\\\ngoes on.\n\n![A ferry](https://example.org/s.jpg "The Solveig")\n\nA **second** one \\[sic].',
    )
    expect(post?.dropped).toMatchObject({ shortcode: 1 })
    expect(post?.fields).toMatchObject({
      title: 'Ferries & salt',
      standfirst: 'In short.',
      authors: ['ana'],
      date: '2026-11-16T08:00:00',
      slug: 'ferries-salt',
      section: 'Sea',
      tags: ['Salt'],
      status: 'published',
    })
  })

  it('is refused when it is something else', () => {
    expect(() => importWordPress('<rss><channel/></rss>')).toThrow(/no WordPress export/)
    expect(() => importWordPress('<rss>')).toThrow(/no well-formed XML/)
    expect(() => importWordPress('<!DOCTYPE x [<!ENTITY a "b">]><rss/>')).toThrow(/entities/)
  })
})

describe('a Ghost export', () => {
  const json = JSON.stringify({
    db: [
      {
        data: {
          posts: [
            {
              id: '1',
              title: 'Ferries',
              slug: 'ferries',
              html: '<h2>One</h2><p>Two <em>three</em>.</p>',
              status: 'published',
              published_at: '2026-11-16T08:00:00.000Z',
              custom_excerpt: 'In short.',
              feature_image: 'https://example.org/s.jpg',
            },
            {
              id: '2',
              title: 'Plain',
              slug: 'plain',
              html: null,
              plaintext: 'Only <words>.',
              status: 'draft',
              published_at: null,
            },
          ],
          users: [{ id: 'u', name: 'Ana Ruiz' }],
          posts_authors: [{ post_id: '1', author_id: 'u' }],
          tags: [{ id: 't', name: 'Sea' }],
          posts_tags: [{ post_id: '1', tag_id: 't' }],
        },
      },
    ],
  })

  it('gives its posts with their authors and tags', () => {
    const [first, second] = importGhost(json)
    expect(first).toMatchObject({
      fields: {
        title: 'Ferries',
        authors: ['Ana Ruiz'],
        tags: ['Sea'],
        status: 'published',
        image: 'https://example.org/s.jpg',
      },
      body: '## One\n\nTwo *three*.',
    })
    expect(second?.body).toBe('Only \\<words>.')
    expect(second?.notes[0]).toContain('no HTML')
  })

  it('is refused when it is something else', () => {
    expect(() => importGhost('{"a":1}')).toThrow(/no Ghost export/)
    expect(() => importGhost('{')).toThrow(/no valid JSON/)
  })
})
