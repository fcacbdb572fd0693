import { HistoryExtension } from '@lexical/history'
import { $getRoot, $isElementNode, $isTextNode, configExtension, UNDO_COMMAND } from 'lexical'
import { afterEach, expect, it } from 'vitest'
import { type ArticleDocument, openArticle } from '../articleDocument'
import { createFinder, type Find, type Finder } from './finder'

const LITERAL = { matchCase: false, wholeWord: false, regex: false }

let article: ArticleDocument
let finder: Finder

function open(body: string): void {
  article = openArticle({
    text: body,
    extensions: [configExtension(HistoryExtension, { disabled: false })],
  })
  finder = createFinder(article.editor)
}

afterEach(() => {
  finder.dispose()
  article.dispose()
})

function finds(text: string, how: Partial<typeof LITERAL> = {}): readonly Find[] {
  const state = finder.search({ text, ...LITERAL, ...how })
  return state.kind === 'found' ? state.finds : []
}

const BODY = `# The harbour

A *har*bour, a [harbour](x.md) and \`harbour\`.

- harbour
  - inner harbour

> said: harbour

| harbour | b |
| --- | --- |
| c | harbour |
`

it('finds in every kind of block, across formats and links, and changes nothing', () => {
  open(BODY)
  expect(finds('harbour').length).toBe(9)
  expect(finds('Harbour', { matchCase: true }).length).toBe(0)
  expect(article.text()).toBe(BODY)
})

it('replaces everything as one edit that one undo takes back', async () => {
  open(BODY)
  finder.replace(finds('harbour'), 'port')
  expect(article.text()).toContain('A *port*, a [port](x.md) and `port`.')
  expect(article.text()).toContain('- port\n  - inner port')
  expect(article.text()).not.toContain('bour')
  article.editor.dispatchCommand(UNDO_COMMAND, undefined)
  await Promise.resolve()
  expect(article.text()).toBe(BODY)
})

it('looks again only where the text changed', () => {
  open('one\n\none\n')
  let stale = 0
  finder.onStale(() => stale++)
  expect(finds('one').length).toBe(2)
  article.editor.update(
    () => {
      const first = $getRoot().getFirstChild()
      const text = $isElementNode(first) ? first.getFirstChild() : null
      if ($isTextNode(text)) text.setTextContent('one one')
    },
    { discrete: true },
  )
  expect(stale).toBe(1)
  const state = finder.state()
  expect(state.kind === 'found' && state.finds.length).toBe(3)
})

it('replaces nothing with nothing left over', () => {
  open('**all** of it\n')
  finder.replace(finds('all of it'), '')
  expect(article.text().trim()).toBe('')
})

it('finds in figures and in the fields above the text, and replaces there', async () => {
  open('Harbour.\n\n![A harbour](a.jpg "The harbour, harbour side. (Photo: Harbour News)")\n')
  const heads = { title: 'Harbour, harbour', standfirst: 'None' }
  const inAll = createFinder(article.editor, {
    read: () => [
      { name: 'title', text: heads.title },
      { name: 'standfirst', text: heads.standfirst },
    ],
    $write: (values) => Object.assign(heads, values),
    onChange: () => () => undefined,
  })
  const state = inAll.search({ text: 'harbour', ...LITERAL })
  const found = state.kind === 'found' ? state.finds : []
  expect(found.map(({ line: { field } }) => field?.name ?? 'text')).toEqual([
    ...['title', 'title', 'text', 'caption', 'caption', 'credit', 'alt'],
  ])
  inAll.replace(found, 'bay')
  expect(heads).toEqual({ title: 'bay, bay', standfirst: 'None' })
  expect(article.text()).toBe('bay.\n\n![A bay](a.jpg "The bay, bay side. (Photo: bay News)")\n')
  article.editor.dispatchCommand(UNDO_COMMAND, undefined)
  await Promise.resolve()
  expect(article.text()).toContain('![A harbour]')
  inAll.dispose()
})
