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
import type { FieldName } from '../frontMatterFields'
import { $readLines, $writeFigureField, type Line } from './lines'

/** One find: where in a line of the article it stands. */
export interface Find extends Stretch {
  /** The block it is in; null in the fields above the text. */
  readonly block: NodeKey | null
  readonly line: Line
}

/** The fields above the text, to be looked through as well. */
export interface HeadFields {
  read(): readonly { readonly name: FieldName; readonly text: string }[]
  /** Sets fields within the update that it is called in, to be taken back with it. */
  $write(values: Readonly<Partial<Record<FieldName, string>>>): void
  /** Calls back after a change. */
  onChange(listener: () => void): () => void
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
export function createFinder(editor: LexicalEditor, heads?: HeadFields): Finder {
  const known = new Map<NodeKey, readonly Find[]>()
  const listeners = new Set<() => void>()
  let pattern: Pattern = NOTHING

  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const stopHeads = heads?.onChange(tell)
  const stop = editor.registerUpdateListener((update) => {
    if (update.dirtyElements.size === 0 && update.dirtyLeaves.size === 0) return
    for (const key of changedBlocks(update)) known.delete(key)
    tell()
  })

  function headFinds(find: (text: string) => readonly Stretch[]): readonly Find[] {
    return (heads?.read() ?? []).flatMap(({ name, text }) => {
      const line: Line = { text, parts: [], field: { kind: 'head', name } }
      return find(text).map((stretch) => ({ ...stretch, block: null, line }))
    })
  }

  function state(): FindState {
    const now = pattern
    switch (now.kind) {
      case 'none':
        return { kind: 'idle' }
      case 'invalid':
        return now
      case 'pattern':
        return { kind: 'found', finds: [...headFinds(now.find), ...bodyFinds(now.find)] }
    }
  }

  function bodyFinds(find: (text: string) => readonly Stretch[]): readonly Find[] {
    return editor.getEditorState().read(() =>
      $getRoot()
        .getChildren()
        .flatMap((block) => {
          const key = block.getKey()
          let finds = known.get(key)
          if (finds === undefined) {
            finds = $readLines(block).flatMap((line) =>
              find(line.text).map((stretch) => ({ ...stretch, block: key, line })),
            )
            known.set(key, finds)
          }
          return finds
        }),
    )
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
      if (using.kind !== 'pattern' || finds.length === 0) return
      // From the end, so that the places of those before stay right.
      const backwards = [...finds].reverse()
      const words = (find: Find): string => using.replace(find.line.text, find, replacement)
      const values = new Map<FieldName, string>()
      for (const find of backwards) {
        const { field, text } = find.line
        if (field?.kind !== 'head') continue
        values.set(field.name, spliced(values.get(field.name) ?? text, find, words(find)))
      }
      editor.update(
        () => {
          const fields = new Map<string, string>()
          for (const find of backwards) {
            if (find.block !== null) $replaceFind(find, words(find), fields)
          }
          if (values.size > 0) heads?.$write(Object.fromEntries(values))
        },
        { discrete: true, tag: HISTORY_PUSH_TAG },
      )
    },
    dispose() {
      stop()
      stopHeads?.()
      listeners.clear()
      known.clear()
    },
  }
}

function spliced(text: string, { start, end }: Stretch, words: string): string {
  return text.slice(0, start) + words + text.slice(end)
}

/**
 * Puts the new words into the first text node that the find touches, with its format, and takes the
 * rest away. `fields` holds the values of figures' fields as they were changed so far.
 */
function $replaceFind(find: Find, words: string, fields: Map<string, string>): void {
  const { line, start, end } = find
  if (line.field?.kind === 'figure') {
    const name = `${line.field.key} ${line.field.name}`
    const value = spliced(fields.get(name) ?? line.text, find, words)
    fields.set(name, value)
    $writeFigureField(line.field, value)
    return
  }
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
