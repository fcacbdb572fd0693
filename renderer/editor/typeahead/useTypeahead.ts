import { $isCodeNode } from '@lexical/code-core'
import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type LexicalEditor,
  type NodeKey,
} from 'lexical'
import { useCallback, useEffect, useState } from 'react'
import { onTyped } from '../../../shared/document/typing/conversion'
import type { Trigger } from './trigger'

/** A sign that was typed, and what has been typed after it. */
export interface OpenTypeahead {
  readonly trigger: Trigger
  readonly key: NodeKey
  /** Where the sign starts in its text node. */
  readonly start: number
  readonly query: string
}

/** What stands after the sign up to the caret; null once the caret or the text is elsewhere. */
function $readQuery({ trigger, key, start }: Omit<OpenTypeahead, 'query'>): string | null {
  const selection = $getSelection()
  const node = $getNodeByKey(key)
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || !$isTextNode(node)) return null
  if (selection.anchor.key !== key) return null
  const text = node.getTextContent().slice(start, selection.anchor.offset)
  if (!text.startsWith(trigger.sign)) return null
  const query = text.slice(trigger.sign.length)
  return trigger.query.test(query) ? query : null
}

/** Opens a menu when one of the signs is typed, and follows what is typed after it. */
export function useTypeahead(
  editor: LexicalEditor,
  triggers: readonly Trigger[],
): { open: OpenTypeahead | null; close(): void; take(): void } {
  const [open, setOpen] = useState<OpenTypeahead | null>(null)
  const close = useCallback(() => setOpen(null), [])

  useEffect(
    () =>
      onTyped(editor, ({ node, offset }) => {
        const text = node.__text.slice(0, offset)
        const trigger = triggers.find(
          ({ sign, opensAfter }) => text.endsWith(sign) && opensAfter(text.slice(0, -sign.length)),
        )
        if (trigger === undefined || node.__format !== 0) return
        const isCode = editor.read(() => $isCodeNode($getNodeByKey(node.getKey())?.getParent()))
        if (isCode) return
        setOpen({ trigger, key: node.getKey(), start: offset - trigger.sign.length, query: '' })
      }),
    [editor, triggers],
  )

  useEffect(() => {
    if (open === null) return
    return editor.registerUpdateListener(({ editorState }) => {
      const query = editorState.read(() => $readQuery(open))
      setOpen((current) => {
        if (current === null || query === null) return null
        return query === current.query ? current : { ...current, query }
      })
    })
  }, [editor, open])

  /** Takes the sign and the query out of the text, for what was chosen to stand there. */
  const take = useCallback(() => {
    if (open === null) return
    editor.update(
      () => {
        const node = $getNodeByKey(open.key)
        if (!$isTextNode(node)) return
        node.spliceText(open.start, open.trigger.sign.length + open.query.length, '', true)
      },
      { discrete: true },
    )
    setOpen(null)
  }, [editor, open])

  return { open, close, take }
}
