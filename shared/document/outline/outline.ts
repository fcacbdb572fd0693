import { $isHeadingNode, type HeadingTagType } from '@lexical/rich-text'
import {
  $getNodeByKey,
  $getRoot,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical'
import { $isOpaqueBlockNode } from '../../features/opaque'

/** A heading of the article, as the outline shows it. */
export interface OutlineEntry {
  readonly key: NodeKey
  readonly level: number
  readonly text: string
  /** Which block it is, from 0. */
  readonly index: number
}

const TAGS: readonly HeadingTagType[] = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']

function levelOf(tag: HeadingTagType): number {
  return TAGS.indexOf(tag) + 1
}

/** The article's headings in order. Call it inside a read. */
export function $readOutline(): readonly OutlineEntry[] {
  return $getRoot()
    .getChildren()
    .flatMap((node, index) =>
      $isHeadingNode(node)
        ? [
            {
              key: node.getKey(),
              level: levelOf(node.getTag()),
              text: node.getTextContent(),
              index,
            },
          ]
        : [],
    )
}

/** The heading that the block at `index` stands under; null above the first one. */
export function headingAbove(outline: readonly OutlineEntry[], index: number): OutlineEntry | null {
  return outline.findLast((entry) => entry.index <= index) ?? null
}

/** How many entries a section takes, its own subsections included. */
export function sectionLength(outline: readonly OutlineEntry[], at: number): number {
  const level = outline[at]?.level ?? 0
  const next = outline.findIndex((entry, index) => index > at && entry.level <= level)
  return (next === -1 ? outline.length : next) - at
}

/** Notes and link definitions belong to the article as a whole: they stay at its end. */
function $isForTheWhole(node: LexicalNode | null | undefined): boolean {
  if ($isOpaqueBlockNode(node)) return node.getKind() === 'definition'
  return node?.getType() === 'footnote'
}

/** A section's blocks: from its heading up to the next one that is not below it. */
function $sectionOf(heading: LexicalNode): readonly LexicalNode[] {
  if (!$isHeadingNode(heading)) return []
  const level = levelOf(heading.getTag())
  const section: LexicalNode[] = [heading]
  for (let node = heading.getNextSibling(); node !== null; node = node.getNextSibling()) {
    if ($isHeadingNode(node) && levelOf(node.getTag()) <= level) break
    section.push(node)
  }
  const reachesEnd = section.at(-1)?.getNextSibling() === null
  while (reachesEnd && section.length > 1 && $isForTheWhole(section.at(-1))) section.pop()
  return section
}

/** Moves a section with everything in it in front of another heading, or to the article's end, as one edit. */
export function moveSection(editor: LexicalEditor, key: NodeKey, before: NodeKey | null): void {
  editor.update(() => {
    const heading = $getNodeByKey(key)
    if (heading === null || key === before) return
    const section = $sectionOf(heading)
    if (section.some((node) => node.getKey() === before)) return
    const target = before === null ? $firstForTheWhole() : $getNodeByKey(before)
    for (const node of section) {
      if (target === null) $getRoot().append(node)
      else target.insertBefore(node, false)
    }
  })
}

function $firstForTheWhole(): LexicalNode | null {
  let first: LexicalNode | null = null
  for (
    let node = $getRoot().getLastChild();
    $isForTheWhole(node);
    node = first?.getPreviousSibling() ?? null
  ) {
    first = node
  }
  return first
}

/** Raises (-1) or lowers (1) the headings of a section together, where all of them can go. */
export function shiftSection(editor: LexicalEditor, key: NodeKey, by: 1 | -1): void {
  editor.update(() => {
    const heading = $getNodeByKey(key)
    if (heading !== null) $shiftSection(heading, by)
  })
}

/** The same for a heading that is at hand. */
export function $shiftSection(heading: LexicalNode, by: 1 | -1): void {
  const headings = $sectionOf(heading).filter($isHeadingNode)
  const tags = headings.map((each) => TAGS[levelOf(each.getTag()) - 1 + by])
  if (tags.some((tag) => tag === undefined)) return
  headings.forEach((each, index) => {
    const tag = tags[index]
    if (tag !== undefined) each.setTag(tag)
  })
}
