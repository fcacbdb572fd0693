import type { LexicalEditor } from 'lexical'
import type { RootContent } from 'mdast'
import { type LineEnding, transplant, withLineEnding } from '../../article'
import type { ReferenceContext } from '../markdown/context'
import type { ParseMarkdown } from '../markdown/rememberParsed'
import { writeMarkdown } from '../markdown/write'
import { fingerprint } from './exportBlock'
import { readBack } from './readBack'

/** How a block stood in the file, and what the editor held of it when it was loaded. */
export interface LoadedBlock {
  readonly source: string
  readonly tree: readonly RootContent[]
}

export interface BlockText {
  readonly text: string
  /** Whether `text` reads back as what the editor holds; a miss is written all the same and counted. */
  readonly isFaithful: boolean
}

/**
 * How to write a changed block: in the style the file has it in, where that reads back as what the
 * editor holds, else in Galley's own. `loaded` is null for a block that the file does not have.
 */
export function writeBlock(
  tree: readonly RootContent[],
  loaded: LoadedBlock | null,
  {
    ending,
    context,
    scratch,
    parse,
  }: {
    ending: LineEnding
    context: ReferenceContext
    scratch: LexicalEditor
    parse: ParseMarkdown
  },
): BlockText {
  const plain = withLineEnding(writeMarkdown(tree), ending)
  const wanted = fingerprint(tree)
  const isFaithful = (text: string): boolean =>
    readBack(text, { context, scratch, parse }) === wanted
  if (loaded !== null) {
    const before = withLineEnding(writeMarkdown(loaded.tree), ending)
    const styled = transplant(before, plain, loaded.source)
    if (styled !== null && styled !== plain && isFaithful(styled))
      return { text: styled, isFaithful: true }
  }
  if (isFaithful(plain)) return { text: plain, isFaithful: true }
  const careful = withLineEnding(writeMarkdown(tree, 'careful'), ending)
  return isFaithful(careful)
    ? { text: careful, isFaithful: true }
    : { text: plain, isFaithful: false }
}
