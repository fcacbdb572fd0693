import { $getRoot, CONTROLLED_TEXT_INSERTION_COMMAND } from 'lexical'
import { expect, it } from 'vitest'
import { openArticle } from '../../../shared/document/articleDocument'
import { htmlOf } from '../../../tests/support/constructs'
import { hostilePayloads } from '../../../tests/support/hostileClipboard'
import { registerPaste } from './registerPaste'

/** Drops data on the end of an empty article, as the browser tells of it; what is in the file then. */
function dropped(data: Readonly<Record<string, string>>): string {
  const article = openArticle({ text: '' })
  const { editor } = article
  editor.update(() => $getRoot().selectEnd(), { discrete: true })
  const stop = registerPaste(editor, {
    addPicture: () => Promise.resolve(null),
    offerStructure: () => undefined,
    tell: () => undefined,
  })
  const dataTransfer = { getData: (type: string) => data[type] ?? '', files: [] }
  const event = { inputType: 'insertFromDrop', dataTransfer } as unknown as InputEvent
  const isTaken = editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, event)
  editor.update(() => undefined, { discrete: true })
  expect(isTaken).toBe(true)
  const text = article.text()
  stop()
  article.dispose()
  return text
}

it('reads what is dropped as what is pasted', () => {
  expect(dropped({ 'text/html': '<h2>Head</h2><p style="color:red">A <b>b</b></p>' })).toBe(
    '## Head\n\nA **b**\n',
  )
  expect(dropped({ 'text/plain': 'Words.' })).toBe('Words.\n')
})

it('lets nothing that is dropped act (C21)', () => {
  const payloads = hostilePayloads().filter((_, index) => index % 5 === 0)
  for (const { html, name } of payloads) {
    const page = htmlOf(dropped({ 'text/html': html, 'text/plain': 'x' }))
    expect(page, name).not.toMatch(/<script|<[^>]*\son\w+=|(?:href|src)="\s*(?:java|vb)script:/i)
  }
})
