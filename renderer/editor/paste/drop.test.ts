import {
  $getRoot,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DROP_COMMAND,
  type LexicalEditor,
} from 'lexical'
import { expect, it } from 'vitest'
import { openArticle } from '../../../shared/document/articleDocument'
import { htmlOf } from '../../../tests/support/constructs'
import { hostilePayloads } from '../../../tests/support/hostileClipboard'
import { registerPaste } from './registerPaste'

type Data = Readonly<Record<string, string>>

const transferOf = (data: Data) => ({ getData: (type: string) => data[type] ?? '', files: [] })

/** Does something to an empty article with the caret in it; what is in the file then. */
function fileAfter(act: (editor: LexicalEditor) => boolean): string {
  const article = openArticle({ text: '' })
  const { editor } = article
  editor.update(() => $getRoot().selectEnd(), { discrete: true })
  const stop = registerPaste(editor, {
    addPicture: () => Promise.resolve(null),
    offerStructure: () => undefined,
    tell: () => undefined,
  })
  expect(act(editor)).toBe(true)
  editor.update(() => undefined, { discrete: true })
  const text = article.text()
  stop()
  article.dispose()
  return text
}

/** Drops data, as the browser tells of it that would put it there itself. */
function dropped(data: Data): string {
  const event = { inputType: 'insertFromDrop', dataTransfer: transferOf(data) }
  return fileAfter((editor) =>
    editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, event as unknown as InputEvent),
  )
}

/** Drops data that says it comes from an editor of Lexical's. */
function droppedAsOurs(data: Data): string {
  const mark = JSON.stringify({ editorKey: 'other' })
  const event = {
    dataTransfer: transferOf({ 'application/x-lexical-drag': mark, ...data }),
    preventDefault: () => undefined,
  }
  return fileAfter((editor) => editor.dispatchCommand(DROP_COMMAND, event as unknown as DragEvent))
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
    for (const drop of [dropped, droppedAsOurs]) {
      const page = htmlOf(drop({ 'text/html': html, 'text/plain': 'x' }))
      expect(page, name).not.toMatch(/<script|<[^>]*\son\w+=|(?:href|src)="\s*(?:java|vb)script:/i)
    }
  }
})

it('reads what only says that it comes from an editor as what comes from elsewhere', () => {
  const own = JSON.stringify({
    nodes: [{ type: 'link', url: 'javascript:alert(1)', children: [] }],
  })
  expect(
    droppedAsOurs({
      'application/x-lexical-editor': own,
      'text/html': '<h2>Head</h2><p onclick="x()">A <a href="javascript:x">b</a></p>',
    }),
  ).toBe('## Head\n\nA b\n')
})
