import { $getNodeByKey, type LexicalEditor, type NodeKey } from 'lexical'
import type { RememberedBlock } from './blockMemory'

/** The blocks of an article of which no Markdown could be made, by a fault in a construct. */
export interface Unwritten {
  /** What the work makes of a block; where it throws, the block's bare words, which are not to be saved. */
  orWords<T>(key: NodeKey, work: () => T): T | RememberedBlock
  orNothing<T>(work: () => readonly T[]): readonly T[]
  /** What keeps an article of these blocks from being saved; null is the rule. */
  among(keys: readonly NodeKey[]): string | null
}

const SHOWN = 60

export function createUnwritten(editor: LexicalEditor): Unwritten {
  const failed = new Map<NodeKey, string>()

  const wordsOf = (key: NodeKey): string =>
    editor.getEditorState().read(() => $getNodeByKey(key)?.getTextContent() ?? '', { editor })

  return {
    orWords(key, work) {
      try {
        const made = work()
        failed.delete(key)
        return made
      } catch {
        const words = wordsOf(key)
        failed.set(key, words)
        return { key, markdown: words, nodes: [{ type: 'code', value: words }], isClean: false }
      }
    },
    orNothing(work) {
      try {
        return work()
      } catch {
        return []
      }
    },
    among(keys) {
      const first = keys.find((key) => failed.has(key))
      if (first === undefined) return null
      const words = failed.get(first) ?? ''
      const start = words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words
      return `Galley cannot write the block “${start}” as Markdown, so the file was left as it is. Undo the last change to it, or save a copy, which has its bare words.`
    },
  }
}
