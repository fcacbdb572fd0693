import { diffParagraphs, type ParagraphChange } from '../../shared/text/paragraphDiff'
import type { ProseChange } from '../../shared/text/wordDiff'

const RESET = '\u001b[0m'
const ADDED = '\u001b[32;4m'
const REMOVED = '\u001b[31;9m'
const QUIET = '\u001b[2m'

/**
 * The changed paragraphs, word by word: removed words in `[-…-]`, added ones in `{+…+}`, and on a
 * terminal in colour. What stayed as it was is counted.
 */
export function proseDiff(
  before: string,
  after: string,
  { isColoured }: { readonly isColoured: boolean },
): string {
  const blocks: string[] = []
  let same = 0
  const quiet = (text: string): string => (isColoured ? `${QUIET}${text}${RESET}` : text)
  const count = (): void => {
    if (same > 0)
      blocks.push(quiet(`(${same === 1 ? '1 paragraph' : `${same} paragraphs`} unchanged)`))
    same = 0
  }
  for (const change of diffParagraphs(before, after)) {
    if (change.kind === 'same') {
      same += 1
      continue
    }
    count()
    blocks.push(paragraph(change, isColoured, quiet))
  }
  count()
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`
}

function paragraph(
  change: Exclude<ParagraphChange, { kind: 'same' }>,
  isColoured: boolean,
  quiet: (text: string) => string,
): string {
  const runs = (changes: readonly ProseChange[]): string =>
    changes.map((each) => run(each, isColoured)).join('')
  switch (change.kind) {
    case 'changed':
      return runs(change.changes)
    case 'added':
      return runs([{ kind: 'added', text: change.after }])
    case 'removed':
      return runs([{ kind: 'removed', text: change.before }])
    case 'moved':
      return `${quiet('(moved here)')} ${runs(change.changes)}`
    case 'moved-away':
      return quiet(`(moved from here) ${change.before}`)
  }
}

function run({ kind, text }: ProseChange, isColoured: boolean): string {
  switch (kind) {
    case 'same':
      return text
    case 'added':
      return isColoured ? `${ADDED}${text}${RESET}` : `{+${text}+}`
    case 'removed':
      return isColoured ? `${REMOVED}${text}${RESET}` : `[-${text}-]`
  }
}
