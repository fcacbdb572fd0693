import type { Root as HastRoot } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { writeMarkdown } from '../markdown/write'
import { applyClassStyles } from './passes/classStyles'
import { cutFragment } from './passes/fragment'
import { dropComments, dropHidden } from './passes/hidden'
import { joinMarks, plainHeadings, readInlineStyles } from './passes/inlineStyles'
import { cleanLinks } from './passes/links'
import { adoptLooseLists, joinSplitLists, readTasks, tightenItems } from './passes/lists'
import { readNotes } from './passes/notes'
import {
  dropEmpty,
  dropWidgets,
  flattenCells,
  readLargeTitles,
  splitAtBreaks,
  wrapLooseText,
} from './passes/paragraphs'
import {
  type CarriedPicture,
  cleanPictures,
  readAttributions,
  readFigures,
} from './passes/pictures'
import { cleanSpaces } from './passes/spaces'
import { readWordLists } from './passes/wordLists'
import { readWordParagraphs } from './passes/wordParagraphs'
import { type Counts, createTally, type DroppedKind, type KeptKind, type Tally } from './report'
import { isLayoutTable, toMarkdownTree } from './toMarkdownTree'
import { changeChildren, changeElements, elementsIn } from './tree'

export { cleanAddress } from './passes/links'
export type { CarriedPicture } from './passes/pictures'
export { type Counts, countsInWords, type DroppedKind, type KeptKind } from './report'

/** What HTML from elsewhere came to. */
export interface Converted {
  /** Markdown without front matter; a carried picture has its `name` as address. */
  readonly markdown: string
  readonly pictures: readonly CarriedPicture[]
  readonly dropped: Counts<DroppedKind>
  readonly kept: Counts<KeptKind>
}

/** Longer HTML is no article; it is refused before it is parsed. */
export const MAX_HTML_LENGTH = 20_000_000

const MOST_DEPTH = 1_000
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i

/** Whether elements are nested deeper than any program writes; found without building a tree. */
function isTooDeep(html: string): boolean {
  let depth = 0
  for (const [tag, name = ''] of html.matchAll(/<\/?([a-z][\w:-]*)/gi)) {
    if (tag.startsWith('</')) depth = Math.max(0, depth - 1)
    else if (!VOID.test(name) && ++depth > MOST_DEPTH) return !closesImplicitly(html)
  }
  return false
}

/** Old pages leave out the ends of paragraphs and items: that is length, not depth. */
function closesImplicitly(html: string): boolean {
  const open = html.match(/<(?!\/|(?:p|li|td|tr|th|dd|dt|option)\b)[a-z]/gi)?.length ?? 0
  const closed = html.match(/<\//g)?.length ?? 0
  return open - closed < MOST_DEPTH
}

type Pass = (tree: HastRoot, tally: Tally) => HastRoot

/** Tables that lay out a mail or an old page are its blocks. */
const openLayoutTables: Pass = (tree) =>
  changeElements(tree, (node) => {
    if (node.tagName !== 'table' || !isLayoutTable(node)) return node
    return elementsIn(node)
      .filter((each) => each.tagName === 'td' || each.tagName === 'th')
      .filter((cell) => !elementsIn(cell).some((each) => each.tagName === 'td'))
      .map((cell) => ({ ...cell, tagName: 'div' }))
  })

/** In this order: first what each program's quirks hide, then what may stay, then tidying. */
function passes(carried: CarriedPicture[]): readonly Pass[] {
  return [
    applyClassStyles,
    dropComments,
    readWordParagraphs,
    readWordLists,
    joinSplitLists,
    readTasks,
    dropHidden,
    (tree, tally) => dropWidgets(tree, () => tally.drop('page furniture')),
    readNotes,
    (tree, tally) => cleanPictures(tree, tally, carried),
    readFigures,
    readLargeTitles,
    readInlineStyles,
    (tree) => changeChildren(tree, joinMarks),
    cleanSpaces,
    cleanLinks,
    readAttributions,
    openLayoutTables,
    flattenCells,
    adoptLooseLists,
    splitAtBreaks,
    wrapLooseText,
    tightenItems,
    plainHeadings,
    dropEmpty,
  ]
}

/** Counts what a Markdown tree holds. */
function keptIn(tree: Root): Counts<KeptKind> {
  const names: Readonly<Record<string, KeptKind>> = {
    heading: 'heading',
    list: 'list',
    blockquote: 'quotation',
    table: 'table',
    image: 'picture',
    footnoteDefinition: 'footnote',
    code: 'code block',
    link: 'link',
  }
  const counts: Partial<Record<KeptKind, number>> = {}
  visit(tree, (node) => {
    const kind = names[node.type]
    if (kind !== undefined) counts[kind] = (counts[kind] ?? 0) + 1
  })
  const paragraphs = tree.children.filter((child) => child.type === 'paragraph').length
  return paragraphs > 0 ? { ...counts, paragraph: paragraphs } : counts
}

/**
 * Turns HTML from a clipboard or a file into Markdown: the quirks of the program it comes from are
 * read, and what could act, hide or follow a reader is left out. Nothing is fetched. It needs no
 * DOM. Null for HTML that no program writes: nested beyond reading, or far too long.
 */
export function convertHtml(html: string): Converted | null {
  if (html.length > MAX_HTML_LENGTH || isTooDeep(html)) return null
  const tally = createTally()
  const pictures: CarriedPicture[] = []
  try {
    let tree = fromHtml(cutFragment(html), { fragment: true })
    for (const pass of passes(pictures)) tree = pass(tree, tally)
    const root = toMarkdownTree(tree)
    return {
      markdown: writeMarkdown(root.children),
      pictures,
      dropped: tally.counts(),
      kept: keptIn(root),
    }
  } catch (error) {
    // The stack's end is the only thing that can go wrong with a tree that was parsed.
    if (error instanceof RangeError) return null
    throw error
  }
}
