import { $isCodeNode } from '@lexical/code-core'
import { $generateNodesFromMdast } from '@lexical/mdast'
import { $findMatchingParent } from '@lexical/utils'
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  type BaseSelection,
  type LexicalNode,
} from 'lexical'
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { isSafeAddress } from '../../features/link'
import { $insertInMixedItem, $mixedItem } from '../editor/mixedItem'
import { parseForEditor } from '../markdown/prepare'

/** Whether the caret is where text is taken as it is. */
export function $isInCode(): boolean {
  const selection = $getSelection()
  return (
    $isRangeSelection(selection) &&
    $findMatchingParent(selection.anchor.getNode(), $isCodeNode) !== null
  )
}

function $isInCell(selection: BaseSelection): boolean {
  if (!$isRangeSelection(selection)) return false
  const node = selection.anchor.getNode()
  return [node, ...node.getParents()].some((each) => each.getType() === 'tablecell')
}

/** Labels of the footnotes that the article has; one from elsewhere must not take theirs. */
function $takenLabels(): ReadonlySet<string> {
  return new Set(
    $getRoot()
      .getChildren()
      .filter((node) => node.getType() === 'footnote')
      .map((node) =>
        'getLabel' in node && typeof node.getLabel === 'function' ? String(node.getLabel()) : '',
      ),
  )
}

function relabel(tree: Root, taken: ReadonlySet<string>): void {
  const names = new Map<string, string>()
  const nameFor = (identifier: string): string => {
    const known = names.get(identifier)
    if (known !== undefined) return known
    let name = identifier
    const used = new Set([...taken, ...names.values()])
    for (let n = 1; used.has(name); n++) name = String(n)
    names.set(identifier, name)
    return name
  }
  visit(tree, (node) => {
    if (node.type !== 'footnoteReference' && node.type !== 'footnoteDefinition') return
    node.label = nameFor(node.label ?? node.identifier)
    node.identifier = node.label
  })
}

export interface InsertOptions {
  /** Addresses of pictures that came along, by the name that stands for them; the others are left out. */
  readonly pictures?: ReadonlyMap<string, string>
}

function readTree(markdown: string, pictures: ReadonlyMap<string, string>): Root {
  const tree = parseForEditor(markdown)
  visit(tree, (node, index, parent) => {
    if (node.type === 'link' && !isSafeAddress(node.url)) node.url = ''
    if (node.type !== 'image' || !node.url.startsWith('carried-picture-')) return
    const address = pictures.get(node.url)
    if (address !== undefined) node.url = address
    else if (parent !== undefined && index !== undefined) {
      parent.children.splice(index, 1)
      return index
    }
  })
  return tree
}

/** The text of blocks as one run of inline nodes, for a table's cell or an item beside a block. */
function $inlineOf(nodes: readonly LexicalNode[]): readonly LexicalNode[] {
  return nodes.flatMap((node, index): readonly LexicalNode[] => {
    const gap = index > 0 ? [$createTextNode(' ')] : []
    if (node.getType() === 'paragraph' && $isElementNode(node))
      return [...gap, ...node.getChildren()]
    const words = node.getTextContent().replace(/\s+/g, ' ').trim()
    return words === '' ? [] : [...gap, $createTextNode(words)]
  })
}

/** Puts Markdown at the selection, in place of what is selected. Call it inside an update. */
export function $insertMarkdown(
  markdown: string,
  { pictures = new Map() }: InsertOptions = {},
): void {
  const selection = $getSelection()
  if (selection === null) return
  const tree = readTree(markdown, pictures)
  relabel(tree, $takenLabels())
  const notes = tree.children.filter((child) => child.type === 'footnoteDefinition')
  const blocks = tree.children.filter((child) => child.type !== 'footnoteDefinition')
  const nodes = $generateNodesFromMdast({ ...tree, children: blocks })
  if ($isInCell(selection)) selection.insertNodes([...$inlineOf(nodes)])
  else if ($isRangeSelection(selection) || $isNodeSelection(selection))
    $insertBlocks(selection, nodes)
  else selection.insertRawText(nodes.map((node) => node.getTextContent()).join(' '))
  // A note stands at the end of the article, wherever its mark is.
  if (notes.length > 0) $getRoot().append(...$generateNodesFromMdast({ ...tree, children: notes }))
}

function $insertBlocks(selection: BaseSelection, nodes: readonly LexicalNode[]): void {
  if ($isRangeSelection(selection) && $mixedItem(selection) !== null) {
    $insertInMixedItem(selection, $inlineOf(nodes))
    return
  }
  const [only, ...rest] = nodes
  if (only === undefined) return
  // One paragraph is words in a line, not a block of its own.
  if (rest.length === 0 && only.getType() === 'paragraph' && $isElementNode(only)) {
    selection.insertNodes(only.getChildren())
    return
  }
  selection.insertNodes([...nodes])
}

/** Puts plain text at the selection: a line goes into the line, several become paragraphs. */
export function $insertPlainText(text: string): void {
  const selection = $getSelection()
  if (selection === null) return
  if ($isRangeSelection(selection) && $mixedItem(selection) !== null) {
    $insertInMixedItem(selection, [$createTextNode(text.replace(/\s+/g, ' '))])
    return
  }
  const lines = text.split('\n').map((line) => line.replaceAll('\t', ' ').trim())
  const words = lines.filter((line) => line !== '')
  if ($isRangeSelection(selection) && words.length < 2)
    selection.insertText(text.replace(/[\n\t]+/g, ' '))
  else if ($isInCell(selection)) selection.insertText(words.join(' '))
  else if ($isRangeSelection(selection) || $isNodeSelection(selection)) {
    selection.insertNodes(words.map((line) => $createParagraphNode().append($createTextNode(line))))
  } else selection.insertRawText(words.join(' '))
}

/** Puts text into a code block, character for character. */
export function $insertLiteral(text: string): void {
  $getSelection()?.insertRawText(text)
}
