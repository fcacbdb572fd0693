import { expect, it } from 'vitest'
import { importGhost } from '.'

function bodyOf(post: object): string | undefined {
  const text = JSON.stringify({ db: [{ data: { posts: [{ title: 'T', html: null, ...post }] } }] })
  const [article] = importGhost(text)
  expect(article?.notes).toEqual([])
  return article?.body
}

it('reads what Ghost’s editor of today keeps, where an export has no HTML', () => {
  const text = (words: string, format = 0) => ({ type: 'extended-text', text: words, format })
  const lexical = JSON.stringify({
    root: {
      children: [
        { type: 'extended-heading', tag: 'h2', children: [text('Head')] },
        {
          type: 'paragraph',
          children: [
            text('A '),
            text('bold', 1),
            text(' & '),
            { type: 'link', url: 'https://a.example', children: [text('link')] },
          ],
        },
        {
          type: 'list',
          listType: 'number',
          children: [{ type: 'listitem', children: [text('One')] }],
        },
        { type: 'extended-quote', children: [text('Said.')] },
        { type: 'image', src: 'https://a.example/a.png', alt: 'A', caption: '<b>C</b>' },
        { type: 'codeblock', code: 'a < b', language: 'js' },
        { type: 'markdown', markdown: '*m*' },
        { type: 'bookmark', url: 'https://b.example', metadata: { title: 'B' } },
        { type: 'html', html: '<p>H<script>x()</script></p>' },
        { type: 'horizontalrule' },
        { type: 'paywall' },
      ],
    },
  })
  const body = bodyOf({ lexical })
  for (const part of [
    '## Head',
    'A **bold** & [link](https://a.example)',
    '1. One',
    '> Said.',
    '![A](https://a.example/a.png "C")',
    '```js\na < b\n```',
    '*m*',
    '[B](https://b.example)',
    'H',
  ]) {
    expect(body).toContain(part)
  }
  expect(body).not.toContain('x()')
})

it('reads what it kept before', () => {
  const mobiledoc = JSON.stringify({
    version: '0.3.1',
    markups: [['strong'], ['a', ['href', 'https://a.example']]],
    atoms: [['soft-return', '', {}]],
    cards: [['card-markdown', { markdown: '# M' }]],
    sections: [
      [
        1,
        'p',
        [
          [0, [], 0, 'A '],
          [0, [0, 1], 2, 'bold link'],
          [1, [], 0, 0],
          [0, [], 0, '<b>'],
        ],
      ],
      [3, 'ol', [[[0, [], 0, 'One']], [[0, [], 0, 'Two']]]],
      [10, 0],
    ],
  })
  expect(bodyOf({ mobiledoc })).toBe(
    'A **[bold link](https://a.example)**\\\n\\<b>\n\n1. One\n2. Two\n\n## M',
  )
})
