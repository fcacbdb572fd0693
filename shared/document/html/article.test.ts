import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { expect, it } from 'vitest'
import type { ArticleContent } from '../content'
import { contentFromMarkdown } from '../export/content'
import { renderArticle } from './article'

function article(text: string): string {
  return toHtml(renderArticle(contentFromMarkdown(text)))
}

function body(markdown: string): string {
  const html = article(`---\ntitle: T\n---\n${markdown}`)
  return html.replace(/^.*<\/header>/s, '').replace(/<\/article>$/, '')
}

it('puts headline, standfirst, names and dates into the header', () => {
  const html = article(
    '---\ntitle: The mill\nstandfirst: It turns again.\nauthors: [Ana Ruiz, Ben Okri]\n' +
      'date: 2026-03-04\nsection: Region\nlang: en-GB\n---\nText.\n',
  )
  expect(html).toBe(
    '<article class="article" lang="en-GB"><header><p class="kicker">Region</p>' +
      '<h1>The mill</h1><p class="standfirst">It turns again.</p>' +
      '<p class="byline">By <span class="author">Ana Ruiz</span> and ' +
      '<span class="author">Ben Okri</span></p><p class="dateline">' +
      '<time datetime="2026-03-04">4 March 2026</time></p></header><p>Text.</p></article>',
  )
})

it('says of a language written from right to left that it is', () => {
  const arabic = '---\ntitle: T\nlang: ar\n---\nكلمات.\n'
  expect(article(arabic)).toMatch(/^<article class="article" lang="ar" dir="rtl">/)
  const german = arabic.replace('lang: ar', 'lang: de')
  expect(article(german)).toMatch(/^<article class="article" lang="de">/)
})

it('takes a first level-1 heading for the headline of an article without a title', () => {
  expect(article('# The *mill*\n\nText.\n')).toContain(
    '<header><h1>The <em>mill</em></h1></header><p>Text.</p>',
  )
})

it('keeps a level-1 heading as written where there is a title', () => {
  expect(body('# One\n\n# Two')).toBe('<h1>One</h1><h1>Two</h1>')
})

it('has no header where there is nothing to say in it', () => {
  expect(article('Text.\n\n# Later\n')).toBe(
    '<article class="article" lang="en"><p>Text.</p><h1>Later</h1></article>',
  )
})

it('makes a picture alone in its paragraph a figure with caption and credit', () => {
  expect(body('![Two people](a.jpg "They meet. (Photo: Ana Ruiz)")')).toBe(
    '<figure>\n<img src="a.jpg" alt="Two people">\n' +
      '<figcaption>They meet. <span class="credit">Photo: Ana Ruiz</span></figcaption>\n</figure>',
  )
  expect(body('![](a.jpg)')).toBe('<figure>\n<img src="a.jpg" alt="">\n</figure>')
  expect(body('[![A](a.jpg "C")](https://x.example)')).toBe(
    '<figure>\n<a href="https://x.example" rel="external noopener"><img src="a.jpg" alt="A"></a>\n' +
      '<figcaption>C</figcaption>\n</figure>',
  )
  expect(body('![A][a]\n\n[a]: a.jpg "C"')).toBe(
    '<figure>\n<img src="a.jpg" alt="A">\n<figcaption>C</figcaption>\n</figure>',
  )
})

it('leaves a picture among words in its paragraph', () => {
  expect(body('See ![A](a.jpg "C").')).toBe('<p>See <img src="a.jpg" alt="A" title="C">.</p>')
})

it('names who is quoted under the quotation', () => {
  expect(body('> Not today.\n>\n> — Ana Ruiz')).toBe(
    '<figure class="quotation">\n<blockquote>\n<p>Not today.</p>\n</blockquote>\n' +
      '<figcaption>— <cite><span class="speaker">Ana Ruiz</span></cite></figcaption>\n</figure>',
  )
})

it('marks tasks without form controls', () => {
  expect(body('- [x] done\n- [ ] *open*')).toBe(
    '<ul>\n<li class="task done"><span class="check">☑</span> done</li>\n' +
      '<li class="task"><span class="check">☐</span> <em>open</em></li>\n</ul>',
  )
  expect(body('- [ ] a\n\n- [x] b')).toContain('<p><span class="check">☐</span> a</p>')
})

it('gives a table its heads and its alignment', () => {
  expect(body('| a | b |\n|---|--:|\n| 1 |')).toBe(
    '<table>\n<thead>\n<tr>\n<th scope="col">a</th>\n<th scope="col" class="align-right">b</th>\n' +
      '</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td class="align-right"></td>\n</tr>\n</tbody>\n' +
      '</table>',
  )
})

it('numbers footnotes by where they are first mentioned and leads back from each', () => {
  const html = body('A[^b] and[^a], again[^b].\n\n[^a]: One.\n[^b]: Two[^c].\n[^c]: Three.')
  expect(html).toContain('id="fnref-1" role="doc-noteref" href="#fn-1">1</a>')
  expect(html).toContain('id="fnref-2" role="doc-noteref" href="#fn-2">2</a>')
  expect(html).toContain('id="fnref-1-2" role="doc-noteref" href="#fn-1">1</a>')
  expect(html).toContain('<li id="fn-1"><p>Two<sup class="noteref"><a id="fnref-3"')
  expect(html).toContain('href="#fnref-1-2" role="doc-backlink" aria-label="Back to the text, 1.2"')
  expect(html.match(/<section/g)).toHaveLength(1)
})

it('keeps a footnote inside a link reachable, though a link holds no link', () => {
  expect(body('[a[^1]](b)\n\n[^1]: x')).toContain(
    '<a href="b">a<sup class="noteref"><span id="fnref-1">1</span></sup></a>',
  )
})

it('shows no footnotes where nothing refers to them', () => {
  expect(body('A\n\n[^a]: One.')).toBe('<p>A</p>')
})

it('leaves of raw HTML what means something and cannot act', () => {
  expect(body('H<sub>2</sub>O <span onclick="x()" style="color:red">now</span>')).toBe(
    '<p>H<sub>2</sub>O <span>now</span></p>',
  )
  expect(body('<div>one</div>\n\n<script>alert(1)</script>\n\n<style>p{}</style>')).toBe(
    '<p>one</p>',
  )
  expect(body('<details open><summary>More</summary><p>Text</p></details>')).toBe(
    '<details open><summary>More</summary><p>Text</p></details>',
  )
})

it.each([
  ['<div>one</div><div>two</div>', '<p>one</p><p>two</p>'],
  ['<div>one<br>two</div>', '<p>one<br>two</p>'],
  ['<section><p>a</p>b</section>c', '<p>a</p><p>b</p><p>c</p>'],
  ['<div>a <font color=red>b</font> c</div>', '<p>a b c</p>'],
  ['<h2><div>a</div>b</h2>', '<h2> a b</h2>'],
  ['<ul><li><div>a</div><div>b</div></li></ul>', '<ul><li><p>a</p><p>b</p></li></ul>'],
])('keeps words apart that boxes and line breaks kept apart: %s', (markdown, html) => {
  expect(body(markdown)).toBe(html)
})

it('keeps in an element of HTML what stands between its tags, in blocks of its own', () => {
  expect(
    body('<details>\n<summary>More</summary>\n\nA *word*.\n\n- one\n\n</details>\n\nAfter.'),
  ).toBe(
    '<details>\n<summary>More</summary>\n<p>A <em>word</em>.</p>\n<ul>\n<li>one</li>\n</ul>\n</details><p>After.</p>',
  )
})

it('keeps the numbers of footnotes that stand in it', () => {
  const html = body(
    'A[^a].\n\n<details>\n\nB[^b] and [^a].\n\n[^b]: Two.\n\n</details>\n\nC[^c] [^b].\n\n[^a]: One.\n\n[^c]: Three.',
  )
  const numbers = [...html.matchAll(/id="(fnref-[^"]*)"/g)].map(([, id]) => id)
  expect(numbers).toEqual(['fnref-1', 'fnref-2', 'fnref-1-2', 'fnref-3', 'fnref-2-2'])
})

it('lets nothing act in it', () => {
  expect(
    body(
      '<details ontoggle="hit()" open>\n<summary onclick="hit()">More</summary>\n\n' +
        '<script>hit()</script>\n\n[a](javascript:hit())\n\n</details>',
    ),
  ).toBe('<details open>\n<summary>More</summary>\n\n<p><a>a</a></p>\n</details>')
})

it('shows blocks one by one where the element is never closed, or holds very many', () => {
  expect(body('<details>\n\nA.\n\nB.')).toBe('<p>A.</p><p>B.</p>')
  const many = 'A.\n\n'.repeat(200)
  expect(body(`<details>\n\n${many}</details>`)).toBe('<p>A.</p>'.repeat(200))
})

it('shows a block that nests too deep as it is written', () => {
  const deep = `${'> '.repeat(120)}x`
  expect(body(deep)).toBe(`<pre><code>${deep.replaceAll('>', '>')}</code></pre>`)
})

it('shows raw HTML that nests too deep as words', () => {
  expect(body(`a ${'<b>'.repeat(5000)}`)).toContain('&#x3C;b>&#x3C;b>')
})

it('renders a block alone as in the whole article', () => {
  const content = contentFromMarkdown(
    '---\ntitle: T\n---\nA[^1] [b]\n\nC[^1]\n\n[b]: /b\n[^1]: N\n',
  )
  const again: ArticleContent = { ...content, blocks: [...content.blocks] }
  const tree = (root: Root) => JSON.stringify(root)
  expect(tree(renderArticle(again))).toBe(tree(renderArticle(content)))
})
