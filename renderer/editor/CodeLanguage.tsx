import { $isCodeNode } from '@lexical/code-core'
import { $findMatchingParent } from '@lexical/utils'
import { $getNodeByKey, $getSelection, type LexicalEditor, SKIP_DOM_SELECTION_TAG } from 'lexical'
import { useId, useState } from 'react'
import styles from './CodeLanguage.module.css'

/** What newsrooms' code is mostly written in; anything else can be typed. */
const KNOWN = [
  'bash',
  'css',
  'html',
  'javascript',
  'json',
  'markdown',
  'python',
  'r',
  'sql',
  'typescript',
  'xml',
  'yaml',
]

function readCode(
  editor: LexicalEditor,
): { readonly key: string; readonly language: string } | null {
  return editor.read(() => {
    const node = $getSelection()?.getNodes()[0]
    const code = node === undefined ? null : $findMatchingParent(node, $isCodeNode)
    return code === null ? null : { key: code.getKey(), language: code.getLanguage() ?? '' }
  })
}

/** The language of the code block at the caret. Drawn anew, by `key`, when the caret enters another one. */
export function CodeLanguage({ editor }: { readonly editor: LexicalEditor }) {
  const id = useId()
  const [code] = useState(() => readCode(editor))
  const [language, setLanguage] = useState(code?.language ?? '')
  if (code === null) return null

  function set(value: string): void {
    const clean = value.replace(/[\s`~]/g, '')
    setLanguage(clean)
    editor.update(
      () => {
        const node = code === null ? null : $getNodeByKey(code.key)
        if ($isCodeNode(node)) node.setLanguage(clean === '' ? undefined : clean)
      },
      // The keyboard stays in the field: the second letter is no code.
      { tag: SKIP_DOM_SELECTION_TAG },
    )
  }

  return (
    <span className={styles.language}>
      <label htmlFor={id}>Language</label>
      <input
        id={id}
        list={`${id}-known`}
        value={language}
        placeholder="none"
        spellCheck={false}
        onChange={(event) => set(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          event.preventDefault()
          editor.focus()
        }}
      />
      <datalist id={`${id}-known`}>
        {KNOWN.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </span>
  )
}
