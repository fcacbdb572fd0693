import { createEmptyHistoryState, registerHistory } from '@lexical/history'
import {
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isTextNode,
  type LexicalEditor,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical'
import { describe, expect, it } from 'vitest'
import { cleanText } from '../review'
import { openReviewed, type ReviewedDocument } from './reviewedDocument'

const NOW = new Date('2026-11-24T10:02:30Z')

function open(text: string, handle = 'ben'): ReviewedDocument {
  const reviewer = () => ({ handle, name: '', colour: '' })
  const document = openReviewed({ text, review: { reviewer, now: () => NOW } })
  const { editor } = document
  const current = { editor, editorState: editor.getEditorState() }
  registerHistory(editor, { ...createEmptyHistoryState(), current }, 0)
  return document
}

const update = (editor: LexicalEditor, change: () => void) =>
  editor.update(change, { discrete: true, tag: 'history-push' })

/** Sets the text of a block's first text node. */
function write(document: ReviewedDocument, block: number, text: string): void {
  update(document.editor, () => {
    const node = $getRoot().getChildAtIndex(block)
    const first = $isElementNode(node) ? node.getFirstDescendant() : null
    if ($isTextNode(first)) first.setTextContent(text)
    else if ($isElementNode(node)) node.append($createTextNode(text))
  })
}

const remove = (document: ReviewedDocument, block: number) =>
  update(document.editor, () => $getRoot().getChildAtIndex(block)?.remove())

function undo(document: ReviewedDocument): void {
  document.editor.dispatchCommand(UNDO_COMMAND, undefined)
  document.editor.update(() => undefined, { discrete: true })
}

function redo(document: ReviewedDocument): void {
  document.editor.dispatchCommand(REDO_COMMAND, undefined)
  document.editor.update(() => undefined, { discrete: true })
}

const bare = (text: string) => text.replace(/\{>>@\w+ [^<]*<<\}/g, '')
const body = (text: string) => text.replace(/^---\n[\s\S]*?\n---\n/, '')

const article =
  '---\ntitle: Talks\n---\n\n# Talks\n\nThe talks ran long.\n\n* an odd bullet\n\nEnd.\n'
const reviewed =
  'The {~~ran~>lasted~~}{>>@ana 2026-11-24T09:00Z<<} {==long==}{>>@ana 2026-11-24T09:01Z Hm.<<}.\n\n* odd\n'

describe('an article with its review on the desk', () => {
  it('is saved byte for byte when nothing was done to it', () => {
    for (const text of [article, reviewed]) {
      const document = open(text)
      expect(document.text()).toBe(text)
      document.review.setMode('suggesting')
      expect(document.text()).toBe(text)
      document.dispose()
    }
  })

  it('shows the accepted text and no markup', () => {
    const document = open(reviewed)
    expect(document.content().blocks[0]?.markdown).toBe('The lasted long.')
    document.dispose()
  })

  it('makes suggestions of what is typed while suggesting, and leaves other blocks alone', () => {
    const document = open(article)
    document.review.setMode('suggesting')
    write(document, 1, 'The talks lasted long.')
    expect(bare(body(document.text()))).toBe(
      '\n# Talks\n\nThe talks {~~ran~>lasted~~} long.\n\n* an odd bullet\n\nEnd.\n',
    )
    expect(document.text()).toContain('{>>@ben 2026-11-24T10:02Z<<}')
    expect(document.text()).toContain('reviewers:\n  - handle: "ben"\n')
    document.dispose()
  })

  it('changes the text itself while editing, beside what others suggested', () => {
    const document = open(reviewed)
    write(document, 0, 'The talks lasted long.')
    expect(document.text()).toBe(reviewed.replace('The ', 'The talks '))
    document.dispose()
  })

  it('takes a suggestion back with undo, and makes it again with redo', () => {
    const document = open(article)
    document.review.setMode('suggesting')
    write(document, 1, 'The talks lasted long.')
    const marked = document.text()
    undo(document)
    expect(document.text()).toBe(article)
    redo(document)
    expect(document.text()).toBe(marked)
    document.dispose()
  })

  it('undoes an accept and a reject', () => {
    const document = open(reviewed)
    const { review } = document
    expect(review.decide(() => 'accept')).toBeNull()
    expect(document.text()).toContain('The lasted {==long')
    undo(document)
    expect(document.text()).toBe(reviewed)
    expect(review.decide(() => 'reject')).toBeNull()
    expect(document.text()).toContain('The ran {==long')
    expect(document.content().blocks[0]?.markdown).toBe('The ran long.')
    undo(document)
    expect(document.text()).toBe(reviewed)
    expect(document.content().blocks[0]?.markdown).toBe('The lasted long.')
    document.dispose()
  })

  it('goes on after a save and a reload, and keeps who made what', () => {
    const first = open(article, 'ana')
    first.review.setMode('suggesting')
    write(first, 1, 'The talks lasted long.')
    const saved = first.text()
    first.dispose()
    const second = open(saved, 'ben')
    second.review.setMode('suggesting')
    remove(second, 2)
    const { suggestions } = second.review.list()
    expect(suggestions.map(({ author }) => author)).toEqual(['ana', 'ben'])
    expect(cleanText(body(second.text()), 'original')).toBe(body(article))
    second.dispose()
  })

  it('undoes a suggestion, and an accept, after a save and a reload in between', () => {
    const document = open(article)
    document.review.setMode('suggesting')
    write(document, 1, 'The talks lasted long.')
    const marked = document.text()
    expect(document.adopt(marked)).toBe(true)
    expect(document.text()).toBe(marked)
    document.review.decide(() => 'accept')
    const accepted = document.text()
    expect(accepted).toContain('The talks lasted long.')
    expect(document.adopt(accepted)).toBe(true)
    undo(document)
    expect(document.text()).toBe(marked)
    undo(document)
    expect(body(document.text())).toBe(body(article))
    redo(document)
    expect(document.text()).toBe(marked)
    document.dispose()
  })

  it('brings the mode back in which a text was written when undo goes past the switch', () => {
    const document = open(article)
    write(document, 1, 'The talks ran very long.')
    document.review.setMode('suggesting')
    write(document, 3, 'The end.')
    undo(document)
    expect(document.review.mode()).toBe('suggesting')
    undo(document)
    expect(document.review.mode()).toBe('editing')
    expect(document.text()).toBe(article)
    document.dispose()
  })

  it('suggests headline and standfirst, and shows them as suggested everywhere on the desk', () => {
    const document = open(article)
    document.review.setMode('suggesting')
    document.setField('title', 'Long')
    document.setField('title', 'Long talks')
    document.setKey('standfirst', 'Nobody left.')
    expect(document.field('title')).toBe('Long talks')
    expect(document.review.original('title')).toBe('Talks')
    expect(document.content().meta.title).toBe('Long talks')
    const { suggestions } = document.review.list()
    expect(suggestions.map(({ head, inserted }) => [head, inserted])).toEqual([
      ['title', 'Long talks'],
      ['standfirst', 'Nobody left.'],
    ])
    const saved = document.text()
    expect(saved).toContain('title: Talks\n')
    expect(saved).toContain('- handle: "ben"')
    document.dispose()
    const again = open(saved)
    expect(again.text()).toBe(saved)
    expect(again.field('title')).toBe('Long talks')
    again.setField('title', 'Longer talks')
    expect(again.review.original('title')).toBe('Talks')
    expect(again.field('title')).toBe('Longer talks')
    again.dispose()
  })

  it('undoes what was decided about the headline, together with what was decided in the text', () => {
    const document = open(article)
    const { review } = document
    review.setMode('suggesting')
    document.setField('title', 'Long talks')
    write(document, 1, 'The talks lasted long.')
    const marked = document.text()
    for (const decision of ['accept', 'reject'] as const) {
      review.decide(() => decision)
      const isAccepted = decision === 'accept'
      expect(document.field('title')).toBe(isAccepted ? 'Long talks' : 'Talks')
      expect(document.text()).not.toMatch(/suggestions:|\{\+\+|\{~~/)
      undo(document)
      expect(document.text()).toBe(marked)
      redo(document)
      expect(document.review.original('title')).toBe(isAccepted ? 'Long talks' : 'Talks')
      undo(document)
      expect(document.text()).toBe(marked)
    }
    document.dispose()
  })

  it('keeps a headline that was written after a decision when that is undone', () => {
    const document = open(article)
    document.review.setMode('suggesting')
    document.setField('title', 'Long talks')
    document.review.setMode('editing')
    document.review.decide(() => 'accept')
    document.setField('title', 'My own words')
    undo(document)
    expect(document.field('title')).toBe('My own words')
    document.dispose()
  })

  it('lets nothing be typed while reading', () => {
    const document = open(article)
    document.review.setMode('reading')
    expect(document.editor.isEditable()).toBe(false)
    document.setField('title', 'Other')
    expect(document.text()).toBe(article)
    document.review.setMode('editing')
    expect(document.editor.isEditable()).toBe(true)
    document.dispose()
  })

  it('takes comments, answers, rewording, closing and opening again, each one step of undo', () => {
    const document = open('The talks ran long.\n')
    const { review } = document
    review.comment({ start: 4, end: 9 }, 'Which?')
    review.reply(review.list().threads[0] ?? fail(), 'Geneva.')
    review.setResolved(review.list().threads[0] ?? fail(), true)
    expect(body(document.text()).trim()).toBe(
      'The {==talks==}{>>@ben 2026-11-24T10:02Z Which?<<}{>>@ben 2026-11-24T10:02Z Geneva.<<}{>>@ben 2026-11-24T10:02Z [resolved]<<} ran long.',
    )
    review.setResolved(review.list().threads[0] ?? fail(), false)
    review.rewrite(review.list().threads[0] ?? fail(), 1, 'Vienna.')
    expect(review.list().threads[0]?.comments.map(({ text }) => text)).toEqual([
      'Which?',
      'Vienna.',
    ])
    undo(document)
    expect(review.list().threads[0]?.comments[1]?.text).toBe('Geneva.')
    undo(document)
    expect(review.list().threads[0]?.isResolved).toBe(true)
    for (let step = 0; step < 3; step++) undo(document)
    expect(document.text()).toBe('The talks ran long.\n')
    document.dispose()
  })

  it('takes comments on headline and standfirst, each one step of undo, and names who said them', () => {
    const start = '---\ntitle: Talks\n---\n\nText.\n'
    const document = open(start)
    const { review } = document
    const thread = () => review.list().threads[0] ?? fail()
    review.comment({ head: 'title', start: 0, end: 0 }, 'Which?')
    expect(document.text()).toBe(
      '---\ntitle: Talks\nthreads:\n  - for: title\n' +
        '    comments: "{>>@ben 2026-11-24T10:02Z Which?<<}"\nreviewers:\n  - handle: "ben"\n---\n\nText.\n',
    )
    expect(thread()).toMatchObject({ head: 'title', quote: 'Talks', isResolved: false })
    review.reply(thread(), 'Geneva.')
    review.setResolved(thread(), true)
    review.rewrite(thread(), 1, 'Vienna.')
    expect(thread().comments.map(({ author, text }) => [author, text])).toEqual([
      ['ben', 'Which?'],
      ['ben', 'Vienna.'],
    ])
    expect(thread().isResolved).toBe(true)
    undo(document)
    expect(thread().comments[1]?.text).toBe('Geneva.')
    undo(document)
    expect(thread().isResolved).toBe(false)
    undo(document)
    undo(document)
    expect(document.text()).toBe(start)
    redo(document)
    expect(thread().comments.map(({ text }) => text)).toEqual(['Which?'])
    review.rewrite(thread(), 0, '')
    expect(review.list().threads).toEqual([])
    expect(document.text()).not.toContain('threads')
    document.dispose()
  })

  it('keeps a comment on the headline through another wording of it, accepted or not', () => {
    const document = open('---\ntitle: Talks\n---\n\nText.\n')
    const { review } = document
    review.comment({ head: 'title', start: 0, end: 0 }, 'Which?')
    review.setMode('suggesting')
    document.setField('title', 'Peace')
    expect(review.list().threads[0]).toMatchObject({ head: 'title', quote: 'Peace' })
    review.decide(() => 'accept')
    expect(review.list().threads[0]?.comments[0]?.text).toBe('Which?')
    expect(document.text()).toContain('title: Peace\n')
    document.dispose()
  })

  it.each([
    ['TOML', '+++\ntitle = "Talks"\n+++\n\nText.\n'],
    ['another program’s key', '---\ntitle: Talks\nthreads: 4\n---\n\nText.\n'],
  ])(
    'says what is about the headline in the text where the front matter has no room: %s',
    (_, start) => {
      const document = open(start)
      document.review.comment({ head: 'title', start: 0, end: 0 }, 'Which?')
      expect(document.text()).toContain('Which?')
      expect(cleanText(document.text(), 'original')).toContain(
        start.split('\n').slice(0, 2).join('\n'),
      )
      expect(document.review.list().threads[0]?.comments[0]?.author).toBe('ben')
      document.dispose()
    },
  )

  it('takes answers to a suggested headline, each one step of undo, and names who answered', () => {
    const document = open(
      '---\ntitle: Talks\nsuggestions:\n  - for: title\n    text: Peace\n    by: ana\n    at: 2026-11-24T09:00Z\n---\n\nText.\n',
    )
    const { review } = document
    const head = () => review.list().suggestions[0] ?? fail()
    review.reply(head(), 'Too short.')
    review.setResolved(head(), true)
    expect(document.text()).toContain(
      'comments: "{>>@ben 2026-11-24T10:02Z Too short.<<}{>>@ben 2026-11-24T10:02Z [resolved]<<}"\n',
    )
    expect(document.text()).toContain('- handle: "ben"')
    review.setResolved(head(), false)
    review.rewrite(head(), 0, 'Too long.')
    expect(head().replies.map(({ text }) => text)).toEqual(['Too long.'])
    undo(document)
    expect(head().replies.map(({ text }) => text)).toEqual(['Too short.'])
    undo(document)
    expect(head().isResolved).toBe(true)
    undo(document)
    undo(document)
    expect(head().replies).toEqual([])
    redo(document)
    expect(head().replies.map(({ text }) => text)).toEqual(['Too short.'])
    document.dispose()
  })

  it('keeps a comment with its context when its text is edited away', () => {
    const document = open(reviewed)
    write(document, 0, 'The lasted.')
    expect(document.text()).toContain('Hm. [on “long”]')
    document.dispose()
  })
})

function fail(): never {
  throw new Error('There is no thread.')
}
