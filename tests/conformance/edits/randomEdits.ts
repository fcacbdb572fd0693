import { $generateNodesFromMdast } from '@lexical/mdast'
import fc from 'fast-check'
import {
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type LexicalEditor,
  REDO_COMMAND,
  type TextNode,
  UNDO_COMMAND,
} from 'lexical'
import { parseForEditor } from '../../../shared/document/markdown/prepare'
import { features } from '../../../shared/features'
import type { ActionHost } from '../../../shared/features/feature'

/** A place in the text: which of the article's text nodes, and how far into it. Both wrap around. */
interface Spot {
  readonly text: number
  readonly offset: number
}

export type Edit =
  | { readonly kind: 'type'; readonly at: Spot; readonly words: string }
  | { readonly kind: 'replace'; readonly from: Spot; readonly to: Spot; readonly words: string }
  | { readonly kind: 'split'; readonly at: Spot }
  | { readonly kind: 'break'; readonly at: Spot }
  | { readonly kind: 'join'; readonly at: Spot }
  | { readonly kind: 'format'; readonly from: Spot; readonly to: Spot; readonly action: string }
  | { readonly kind: 'block'; readonly at: Spot; readonly action: string }
  | { readonly kind: 'remove'; readonly block: number }
  | { readonly kind: 'move'; readonly block: number; readonly to: number }
  | { readonly kind: 'paste'; readonly at: Spot; readonly markdown: string }
  | { readonly kind: 'pasteText'; readonly at: Spot; readonly words: string }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }

const WORDS = [
  'word',
  ' ',
  '*',
  '1. ',
  '# ',
  'a_b_c',
  '[x]',
  '|',
  '<b>',
  'é',
  '\\',
  '`',
  '&amp;',
  '- ',
  '> ',
  '~',
  'https://example.org/a',
  '[^n]',
  '![',
  '](',
  '**',
  '\t',
  '=',
  '+++',
  '---',
  '$',
  '!',
  ':',
]
const PASTED = [
  'One.\n\nTwo.',
  '- a\n- b',
  '## Pasted heading',
  '**bold** and [link](https://example.org)',
  '> quoted',
  '```\ncode\n```',
  '| a |\n|---|\n| b |',
]

const ACTIONS = new Map(
  features.flatMap((feature) => feature.actions).map((action) => [action.name, action]),
)
const FORMATS = ['format.bold', 'format.italic', 'format.strikethrough', 'format.code']
const BLOCKS = [
  'paragraph.set',
  'heading.1',
  'heading.3',
  'code.set',
  'quote.toggle',
  'list.bullet',
  'list.number',
  'list.check',
  'list.indent',
  'list.outdent',
]

const spot: fc.Arbitrary<Spot> = fc.record({
  text: fc.nat({ max: 30 }),
  offset: fc.nat({ max: 12 }),
})
const words = fc.constantFrom(...WORDS)
const index = fc.nat({ max: 9 })
const kind = <K extends Edit['kind']>(name: K): fc.Arbitrary<K> => fc.constant(name)

export const randomEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: kind('type'), at: spot, words }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('replace'), from: spot, to: spot, words }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('split'), at: spot }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('break'), at: spot }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('join'), at: spot }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: kind('format'),
      from: spot,
      to: spot,
      action: fc.constantFrom(...FORMATS),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: kind('block'), at: spot, action: fc.constantFrom(...BLOCKS) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind('remove'), block: index }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('move'), block: index, to: index }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: kind('paste'), at: spot, markdown: fc.constantFrom(...PASTED) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind('pasteText'), at: spot, words }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('undo') }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('redo') }) },
)

/** Lexical's own: text beside a block in one list item, a selection that a deletion left behind. */
const REFUSALS = /to have a block ElementNode ancestor|getTextNodeOffset: invalid offset/

/** Each edit is a step of its own for undo, as after a pause in typing. */
const STEP = { discrete: true, tag: 'history-push' } as const

const host: ActionHost = {
  caret: () => ({ blocks: [], marks: new Set() }),
  choosePicture: async () => null,
  editLink: () => undefined,
}

function $pointAt(at: Spot): { readonly node: TextNode; readonly offset: number } | null {
  const texts = $getRoot().getAllTextNodes().filter($isTextNode)
  const node = texts[at.text % Math.max(1, texts.length)]
  return node ? { node, offset: Math.min(at.offset, node.getTextContentSize()) } : null
}

function $select(from: Spot, to: Spot = from): boolean {
  const start = $pointAt(from)
  const end = $pointAt(to)
  if (start === null || end === null) return false
  const selection = $createRangeSelection()
  selection.anchor.set(start.node.getKey(), start.offset, 'text')
  selection.focus.set(end.node.getKey(), end.offset, 'text')
  $setSelection(selection)
  return true
}

/** Does to the article what a person at the keyboard would do. */
export function perform(editor: LexicalEditor, edit: Edit): void {
  switch (edit.kind) {
    case 'undo':
    case 'redo':
      editor.dispatchCommand(edit.kind === 'undo' ? UNDO_COMMAND : REDO_COMMAND, undefined)
      editor.update(() => undefined, { discrete: true })
      return
    case 'format':
    case 'block': {
      let isPlaced = false
      editor.update(
        () => {
          isPlaced = edit.kind === 'format' ? $select(edit.from, edit.to) : $select(edit.at)
        },
        { discrete: true },
      )
      if (!isPlaced) return
      editor.update(() => ACTIONS.get(edit.action)?.run(editor, host), STEP)
      return
    }
    default:
      try {
        editor.update(() => $perform(edit), STEP)
      } catch (error) {
        // The editor refuses an edit that it cannot do, and stays as it was.
        if (!REFUSALS.test(String(error))) throw error
      }
  }
}

type TextEdit = Exclude<Edit, { readonly kind: 'undo' | 'redo' | 'format' | 'block' }>

function $perform(edit: TextEdit): void {
  switch (edit.kind) {
    case 'remove':
    case 'move':
      $moveBlock(edit)
      return
    case 'join':
      $join(edit.at)
      return
    case 'replace':
      if ($select(edit.from, edit.to)) $range()?.insertText(edit.words)
      return
    case 'type':
      if ($select(edit.at)) $range()?.insertText(edit.words)
      return
    case 'split':
      if ($select(edit.at)) $range()?.insertParagraph()
      return
    case 'break':
      if ($select(edit.at)) $range()?.insertLineBreak()
      return
    case 'pasteText':
      if ($select(edit.at)) $range()?.insertRawText(`${edit.words}\n${edit.words}`)
      return
    case 'paste':
      if ($select(edit.at)) {
        $range()?.insertNodes($generateNodesFromMdast(parseForEditor(edit.markdown)))
      }
      return
  }
}

function $range() {
  const selection = $getSelection()
  return $isRangeSelection(selection) ? selection : null
}

function $moveBlock(edit: Extract<Edit, { readonly kind: 'remove' | 'move' }>): void {
  const root = $getRoot()
  const size = root.getChildrenSize()
  const node = root.getChildAtIndex(edit.block % size)
  if (node === null) return
  if (edit.kind === 'remove') {
    if (size > 1) node.remove()
    return
  }
  const target = root.getChildAtIndex(edit.to % size)
  if (target !== null && !target.is(node)) target.insertBefore(node)
}

/** As Backspace does at the start of a block: what is before it and what it holds become one. */
function $join(at: Spot): void {
  const block = $pointAt(at)?.node.getTopLevelElement()
  const before = block?.getPreviousSibling()
  if (!$isElementNode(block) || !$isElementNode(before)) return
  const last = before.getLastDescendant()
  const first = block.getFirstDescendant()
  if (!$isTextNode(last) || !$isTextNode(first)) return
  const selection = $createRangeSelection()
  selection.anchor.set(last.getKey(), last.getTextContentSize(), 'text')
  selection.focus.set(first.getKey(), 0, 'text')
  $setSelection(selection)
  selection.removeText()
}
