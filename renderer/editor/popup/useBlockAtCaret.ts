import type { LexicalEditor } from 'lexical'
import { useEffect, useState } from 'react'

interface AtCaret<Block> {
  readonly block: Block
  /** Where it is drawn: beside it stands the pop-up. */
  readonly element: HTMLElement
}

/**
 * The block at the caret when a pop-up opened, as it was read then. Where there is none, or it has
 * left the page, the pop-up is closed.
 */
export function useBlockAtCaret<Block extends { readonly key: string }>(
  editor: LexicalEditor,
  $read: () => Block | null,
  onClose: () => void,
): AtCaret<Block> | null {
  const [block] = useState(() => editor.read($read))
  const element = block === null ? null : editor.getElementByKey(block.key)
  useEffect(() => {
    if (element === null) onClose()
  }, [element, onClose])
  return block === null || element === null ? null : { block, element }
}
