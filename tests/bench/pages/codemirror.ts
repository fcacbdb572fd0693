import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { markdown } from '@codemirror/lang-markdown'
import { EditorView, keymap } from '@codemirror/view'
import { asMarkdown, middleOf } from '../text'

// CodeMirror 6 with Markdown: it draws only what is in view, which is the standard to reach.

window.openArticle = (blocks) => {
  const text = asMarkdown(blocks)
  const view = new EditorView({
    doc: text,
    extensions: [
      history(),
      keymap.of([...defaultKeymap, ...historyKeymap]),
      markdown(),
      EditorView.lineWrapping,
    ],
    parent: document.querySelector('#editor') ?? document.body,
  })
  const { text: middle } = middleOf(blocks)
  const caret = text.indexOf(middle) + middle.length
  view.dispatch({
    selection: { anchor: caret },
    effects: EditorView.scrollIntoView(caret, { y: 'center' }),
  })
  view.focus()
}
