import {
  $getNodeByKey,
  $getRoot,
  $isTextNode,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type NodeKey,
} from 'lexical'
import type { FindQuery, Pattern, Stretch } from '../../text/pattern'
import { readPattern } from '../../text/pattern'
import { changedBlocks } from '../editor/changedBlocks'
import { $readLines, type Line } from './lines'

/** One find: where in a line of the article it stands. */
export interface Find extends Stretch {
  readonly block: NodeKey
  readonly line: Line
}

export type FindState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'invalid'; readonly message: string }
  | { readonly kind: 'found'; readonly finds: readonly Find[] }

export interface Finder {
  /** Looks through the article, and from then on only through the blocks that change. */
  search(query: FindQuery): FindState
  /** What is found now; asked again after `onStale`. */
  state(): FindState
  /** Calls back when the article has changed under the finds. */
  onStale(listener: () => void): () => void
  /** Replaces some of the finds, as one edit. */
  replace(finds: readonly Find[], replacement: string): void
  dispose(): void
}

const NOTHING: Pattern = { kind: 'none' }

/** Finds and replaces in an article's text, block by block, without touching it to show what it found. */
export function createFinder(editor: LexicalEditor): Finder {
  const known = new Map<NodeKey, readonly Find[]>()
  const listeners = new Set<() => void>()
  let pattern: Pattern = NOTHING

  const stop = editor.registerUpdateListener((update) => {
    if (update.dirtyElements.size === 0 && update.dirtyLeaves.size === 0) return
    for (const key of changedBlocks(update)) known.delete(key)
    for (const listener of listeners) listener()
  })

  function state(): FindState {
    const now = pattern
    switch (now.kind) {
      case 'none':
        return { kind: 'idle' }
      case 'invalid':
        return now
      case 'pattern':
        return {
          kind: 'found',
          finds: editor.getEditorState().read(() =>
            $getRoot()
              .getChildren()
              .flatMap((block) => {
                const key = block.getKey()
                let finds = known.get(key)
                if (finds === undefined) {
                  finds = $readLines(block).flatMap((line) =>
                    now.find(line.text).map((stretch) => ({ ...stretch, block: key, line })),
                  )
                  known.set(key, finds)
                }
                return finds
              }),
          ),
        }
    }
  }

  return {
    search(query) {
      pattern = readPattern(query)
      known.clear()
      return state()
    },
    state,
    onStale(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    replace(finds, replacement) {
      const using = pattern
      if (using.kind !== 'pattern') return
      editor.update(
        () => {
          // From the end, so that the places of those before stay right.
          for (const find of [...finds].reverse()) {
            $replaceFind(find, using.replace(find.line.text, find, replacement))
          }
        },
        { discrete: true, tag: HISTORY_PUSH_TAG },
      )
    },
    dispose() {
      stop()
      listeners.clear()
      known.clear()
    },
  }
}

/** Puts the new words into the first text node that the find touches, with its format, and takes the rest away. */
function $replaceFind({ line, start, end }: Find, words: string): void {
  let isPut = false
  for (const part of line.parts) {
    const from = Math.max(start, part.start)
    const to = Math.min(end, part.start + part.length)
    if (from >= to) continue
    const node = $getNodeByKey(part.key)
    if (!$isTextNode(node)) continue
    node.spliceText(from - part.start, to - from, isPut ? '' : words)
    isPut = true
    if (node.getTextContent() === '' && node.getParent()?.getChildrenSize() !== 1) node.remove()
  }
}
