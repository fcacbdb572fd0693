import { $generateNodesFromMdast } from '@lexical/mdast'
import {
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  type EditorState,
  HISTORY_MERGE_TAG,
  type LexicalEditorWithDispose,
  type NodeKey,
} from 'lexical'
import type { Root, RootContent } from 'mdast'
import {
  assemble,
  type BlockRange,
  createLedger,
  gapsBetween,
  joinLedgers,
  lineEndingOf,
  type Piece,
  splitArticle,
} from '../article'
import { $createOpaqueBlockNode } from '../features/opaque'
import { BlockMemory, type Remembered } from './blockMemory'
import type { ArticleContent, Block } from './content'
import { exchangeBlocks, keptBlocks, type StandingBlock } from './editor/adoptBlocks'
import { writeBlock } from './editor/blockText'
import { changedBlocks } from './editor/changedBlocks'
import { createEditor, type EditorOptions } from './editor/createEditor'
import { $exportBlock, fingerprint } from './editor/exportBlock'
import { GAP_TAG } from './editor/gaps'
import { rememberFits } from './fitsTogether'
import { createFields, type FieldName, type FrontMatterFields } from './frontMatterFields'
import { parseInContext } from './markdown/context'
import { parseMarkdown } from './markdown/parse'
import { prepareForEditor } from './markdown/prepare'
import { rememberParsed } from './markdown/rememberParsed'
import { createUnwritten } from './unwritten'

export interface OpenOptions extends EditorOptions {
  /** The decoded file, front matter included. */
  readonly text: string
  /**
   * The parsed body, when it was parsed elsewhere; null for a body that took too long to parse,
   * which is then shown whole as one opaque block. Parsed here when absent.
   */
  readonly tree?: Root | null
}

/** One open article: the editor's content bound to the file's bytes. */
export interface ArticleDocument {
  readonly editor: LexicalEditorWithDispose
  /** Grows by one with every change to text or fields; the same number means the same text. */
  version(): number
  /** The file as it is to be saved now. */
  text(): string
  /** The same in parts: those of blocks that did not change are the same strings as before. */
  pieces(): readonly string[]
  content(): ArticleContent
  /** The front matter as it would be saved now, fences included. */
  frontMatter(): string
  field(name: FieldName): string
  setField(name: FieldName, value: string): void
  /** Every key of the front matter with its value. */
  frontMatterFields: FrontMatterFields['fields']
  /** Sets any key of the front matter; nothing takes the key away. */
  setKey: FrontMatterFields['setKey']
  /** Why headline and standfirst cannot be edited as fields; absent when they can. */
  readonly fieldsLocked?: string
  /**
   * Makes this another text of the same article, as one step of undo: blocks that say the same stay
   * as they are, with the caret. `false` where only opening anew would do.
   * `tree` is as for opening; `focused` tells whether the caret is in the body now.
   */
  adopt(text: string, how?: { readonly tree?: Root | null; readonly focused?: boolean }): boolean
  /** Calls back after a change of text or fields, not of the selection. Returns the way to stop. */
  onChange(listener: () => void): () => void
  /** Blocks that could not be written so that they read back as the editor shows them; 0 is the rule. */
  unfaithful(): number
  /** Why the article must not be saved as it stands: a block cannot be written. Null is the rule. */
  unwritten(): string | null
  dispose(): void
}

/** What an entry of the ledger was when its block was loaded. */
interface Loaded {
  readonly entry: number
  readonly source: string
  /** The tree that the editor made of it; known from the first change on. */
  tree: readonly RootContent[] | null
  print: string
}

/** Opens the text of an article for editing, saving, preview and counting. Needs no DOM. */
export function openArticle({ text, tree, ...editorOptions }: OpenOptions): ArticleDocument {
  const { frontMatter, body } = splitArticle(text)
  const editor = createEditor(editorOptions)
  const scratch = createEditor()
  const { parsed, keys } = loadSafely(editor, tree === undefined ? parseMarkdown(body) : tree, body)
  const isWhole = parsed !== null
  let ledger = createLedger(body, rangesOf(parsed, body))
  let fields = createFields(frontMatter, ledger.ending)
  let memory = new BlockMemory()
  const parse = rememberParsed()
  const fits = rememberFits(parse)
  const loaded = new Map<NodeKey, Loaded>()
  const touched = new Set<NodeKey>()
  const unwritten = createUnwritten(editor)
  const listeners = new Set<() => void>()
  let version = 0
  let unfaithful = 0
  let adopting = false

  keys.forEach((key, entry) => {
    const source = ledger.entries[entry]?.source ?? ''
    const nodes =
      parsed === null
        ? [{ type: 'code' as const, value: source }]
        : [parsed.children[entry]].filter((node) => node !== undefined)
    loaded.set(key, { entry, source, tree: null, print: '' })
    memory.set(key, { key, markdown: source, nodes, isClean: true })
  })

  const order = (): readonly NodeKey[] =>
    editor.getEditorState().read(() => $getRoot().getChildrenKeys())

  function noteChange(): void {
    version++
    for (const listener of listeners) listener()
  }

  function exported(key: NodeKey, state: EditorState): readonly RootContent[] {
    const node = () => $getNodeByKey(key)
    return state.read(() => [node()].flatMap((found) => (found ? $exportBlock(found) : [])), {
      editor,
    })
  }

  function touch(key: NodeKey, previous: EditorState): void {
    touched.add(key)
    const before = loaded.get(key)
    if (before === undefined || before.tree !== null) return
    // Where the construct fails, nothing is known of how the block was written.
    before.tree = unwritten.orNothing(() => exported(key, previous))
    before.print = fingerprint(before.tree)
  }

  const stopListening = editor.registerUpdateListener(
    ({ dirtyElements, dirtyLeaves, editorState, prevEditorState, tags }) => {
      // Runs of text parted for the eye say what they said.
      if (adopting || tags.has(GAP_TAG) || (dirtyElements.size === 0 && dirtyLeaves.size === 0))
        return
      const changed = changedBlocks({ dirtyElements, dirtyLeaves, editorState, prevEditorState })
      for (const key of changed) touch(key, prevEditorState)
      noteChange()
    },
  )

  function remember(key: NodeKey, context: ReturnType<BlockMemory['context']>): Remembered {
    const nodes = exported(key, editor.getEditorState())
    const known = memory.get(key)
    const before = loaded.get(key)
    if (before !== undefined && (before.tree === null || before.print === fingerprint(nodes))) {
      if (known?.isClean) return known
      return {
        key,
        markdown: before.source,
        nodes: parseInContext(before.source, context, parse),
        isClean: true,
      }
    }
    if (nodes.length === 0) return null
    const style = before?.tree ? { source: before.source, tree: before.tree } : null
    const { text: markdown, isFaithful } = writeBlock(nodes, style, {
      ending: ledger.ending,
      context,
      scratch,
      parse,
    })
    if (!isFaithful) unfaithful++
    if (known && !known.isClean && known.markdown === markdown) return known
    return {
      key,
      markdown,
      nodes: parseInContext(markdown, context, parse),
      isClean: false,
    }
  }

  /** Brings the memory up to date with the editor; the blocks that stand in the article now. */
  function blocks(): readonly Exclude<Remembered, null>[] {
    const now = order()
    const context = memory.context(now)
    const stale = [...touched, ...now.filter((key) => memory.get(key) === undefined)]
    touched.clear()
    for (const key of stale) {
      const made = () => remember(key, context)
      if (now.includes(key)) memory.set(key, unwritten.orWords(key, made))
      else memory.forget(key)
    }
    const settled = memory.context(now)
    if (settled.source !== context.source) memory.resolve(settled)
    return now
      .map((key) => memory.get(key))
      .filter((block) => block !== null && block !== undefined)
  }

  /** Every block of the editor with its Markdown, also those that have none. */
  function standing(): readonly StandingBlock[] {
    blocks()
    return order().map((key) => ({ key, markdown: memory.get(key)?.markdown ?? null }))
  }

  function adopt(
    next: string,
    { tree: given, focused = false }: { tree?: Root | null; focused?: boolean } = {},
  ): boolean {
    const split = splitArticle(next)
    const nextTree = given === undefined ? parseMarkdown(split.body) : given
    const nextFields = createFields(split.frontMatter, lineEndingOf(split.body))
    if (!isWhole || nextTree === null || nextFields.locked !== fields.locked) return false
    const part = createLedger(split.body, rangesOf(nextTree, split.body))
    const blocksNow = standing()
    const sources = part.entries.map(({ source }) => source)
    const nextMemory = new BlockMemory()
    const names = sources.map((_, entry) => `new:${entry}` as NodeKey)
    sources.forEach((markdown, entry) => {
      const nodes = nextTree.children.slice(entry, entry + 1)
      nextMemory.set(names[entry] ?? '', {
        key: names[entry] ?? '',
        markdown,
        nodes,
        isClean: true,
      })
    })
    // A reference means what a definition elsewhere says: where those differ, so may the block.
    const isSameContext = nextMemory.context(names).source === memory.context(order()).source
    const kept = keptBlocks(
      blocksNow,
      sources,
      (markdown) => isSameContext || !markdown.includes('['),
    )
    const stateBefore = editor.getEditorState()
    adopting = true
    const keys = exchangeBlocks(editor, prepareForEditor(structuredClone(nextTree), split.body), {
      kept,
      focused,
    })
    adopting = false
    if (keys === null) return false
    // What blocks that go were like is noted, for the day that undo brings them back.
    const stays = new Set(keys)
    for (const { key } of blocksNow) if (!stays.has(key)) touch(key, stateBefore)

    const first = ledger.entries.length + 1
    ledger = joinLedgers(ledger, part)
    fields = nextFields
    const before = memory
    memory = new BlockMemory()
    keys.forEach((key, entry) => {
      const source = sources[entry] ?? ''
      const known = kept[entry] === null ? undefined : before.get(key)
      loaded.set(key, { entry: first + entry, source, tree: null, print: '' })
      memory.set(
        key,
        known?.isClean
          ? known
          : {
              key,
              markdown: source,
              nodes: known?.nodes ?? nextTree.children.slice(entry, entry + 1),
              isClean: true,
            },
      )
    })
    touched.clear()
    noteChange()
    return true
  }

  function pieces(): readonly string[] {
    const now = blocks().map((block): Piece => {
      const entry = loaded.get(block.key)?.entry ?? null
      return { text: block.markdown, entry, isClean: block.isClean }
    })
    const gaps = gapsBetween(now, ledger, fits)
    return [fields.text(), ...assemble(now, gaps, ledger)]
  }

  return {
    editor,
    version: () => version,
    adopt,
    text: () => pieces().join(''),
    pieces,
    content(): ArticleContent {
      return { meta: fields.read().meta, blocks: blocks() satisfies readonly Block[] }
    },
    frontMatter: () => fields.text(),
    field: (name) => fields.get(name),
    setField(name, value) {
      if (fields.locked !== undefined || fields.get(name) === value) return
      fields.set(name, value)
      noteChange()
    },
    frontMatterFields: () => fields.fields(),
    setKey(key, value) {
      if (fields.locked !== undefined) return
      const before = fields.text()
      fields.setKey(key, value)
      if (fields.text() !== before) noteChange()
    },
    ...(fields.locked === undefined ? {} : { fieldsLocked: fields.locked }),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    unfaithful: () => unfaithful,
    unwritten() {
      blocks()
      return unwritten.among(order())
    },
    dispose() {
      stopListening()
      listeners.clear()
      editor.dispose()
      scratch.dispose()
    },
  }
}

/**
 * Where the blocks stand in the body. A heading right after a definition is reported from the
 * definition's start on; each block is taken to start after the one before it.
 */
function rangesOf(parsed: Root | null, body: string): readonly BlockRange[] {
  if (parsed === null) return body === '' ? [] : [{ start: 0, end: body.length }]
  let done = 0
  return parsed.children.map(({ position }) => {
    let start = position?.start.offset ?? done
    if (start < done) start = done + (/^\s*/.exec(body.slice(done))?.[0].length ?? 0)
    done = position?.end.offset ?? start
    return { start, end: done }
  })
}

/** A body that the editor cannot take apart without loss is opened whole, as one opaque block. */
function loadSafely(
  editor: LexicalEditorWithDispose,
  parsed: Root | null,
  body: string,
): { readonly parsed: Root | null; readonly keys: readonly NodeKey[] } {
  try {
    return { parsed, keys: load(editor, parsed, body) }
  } catch {
    return { parsed: null, keys: load(editor, null, body) }
  }
}

/** Puts a parsed body into the editor as its starting point; the keys of its blocks, in order. */
function load(
  editor: LexicalEditorWithDispose,
  parsed: Root | null,
  body: string,
): readonly NodeKey[] {
  let keys: readonly NodeKey[] = []
  editor.update(
    () => {
      const prepared = parsed === null ? null : prepareForEditor(structuredClone(parsed), body)
      const nodes =
        prepared === null
          ? [$createOpaqueBlockNode(body, 'other')]
          : $generateNodesFromMdast(prepared)
      if (prepared !== null && nodes.length !== prepared.children.length) {
        throw new Error(
          `The file has ${prepared.children.length} blocks, the editor ${nodes.length}.`,
        )
      }
      $getRoot()
        .clear()
        .append(...(nodes.length === 0 ? [$createParagraphNode()] : nodes))
      // What a feature adds between blocks has no place in the file.
      const isInFile = (index: number): boolean =>
        prepared === null || prepared.children[index]?.position !== undefined
      keys = nodes.filter((_, index) => isInFile(index)).map((node) => node.getKey())
    },
    { discrete: true, tag: HISTORY_MERGE_TAG },
  )
  const standing = new Set(editor.getEditorState().read(() => $getRoot().getChildrenKeys()))
  if (!keys.every((key) => standing.has(key))) {
    throw new Error('The editor joined or dropped blocks while reading the file.')
  }
  return keys
}
