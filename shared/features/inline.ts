import type { MdastExportContext, MdastNode } from '@lexical/mdast'
import {
  $getState,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  createState,
  type ElementNode,
  IS_BOLD,
  IS_CODE,
  IS_ITALIC,
  IS_STRIKETHROUGH,
  type LexicalNode,
} from 'lexical'
import type { PhrasingContent } from 'mdast'
import { dropEnd } from '../text/runs'

/** The text formats that Markdown can write, as a Lexical bit mask. */
export const MARKDOWN_FORMATS = IS_BOLD | IS_ITALIC | IS_STRIKETHROUGH | IS_CODE
const NESTING = IS_BOLD | IS_ITALIC | IS_STRIKETHROUGH

/**
 * The emphasis around an inline node that is not text (a picture, a footnote mark), so that
 * `**a ![](b) c**` is written with one pair of asterisks again.
 */
export const surroundingFormatState = createState('surroundingFormat', {
  parse: (value): number => (typeof value === 'number' ? value & NESTING : 0),
})

/** A stretch of inline content with the formats it carries, ready to be nested. */
type Run =
  | {
      readonly kind: 'text'
      readonly value: string
      readonly format: number
      /** A tab is a node of its own without formats: it takes those of its neighbours. */
      readonly isTab?: true
    }
  | { readonly kind: 'atom'; readonly nodes: readonly PhrasingContent[]; readonly format: number }
  | {
      readonly kind: 'group'
      readonly runs: readonly Run[]
      readonly wrap: (children: PhrasingContent[]) => PhrasingContent
      readonly format: number
    }

type Wrapper = { readonly type: 'strong' | 'emphasis' | 'delete'; readonly bit: number }

// Strikethrough goes outermost: its tildes do not close next to an asterisk.
const OUTER: readonly Wrapper[] = [{ type: 'delete', bit: IS_STRIKETHROUGH }]
const INNER: readonly Wrapper[] = [
  { type: 'strong', bit: IS_BOLD },
  { type: 'emphasis', bit: IS_ITALIC },
]

/**
 * The inline children of `parent` as Markdown phrasing in which each format spans as far as it can,
 * also across links, pictures and line breaks. White space at the edge of a format is moved out of
 * it, where Markdown's delimiters cannot stand; spaces at the edge of the whole are left out.
 */
export function $exportInline(
  parent: ElementNode | readonly LexicalNode[],
  context: MdastExportContext,
): PhrasingContent[] {
  const children = $isElementNode(parent as LexicalNode)
    ? (parent as ElementNode).getChildren()
    : (parent as readonly LexicalNode[])
  const runs = withLooseSpaces(mergeText(children.flatMap((child) => $runsOf(child, context))))
  return nest(withoutEdgeSpaces(runs), OUTER)
}

/**
 * Markdown has no spaces at a line's edges but as character references, and a writer who ends a
 * sentence with a space does not want `&#x20;` in the file.
 */
function withoutEdgeSpaces(runs: readonly Run[]): readonly Run[] {
  return runs.flatMap((run, index): readonly Run[] => {
    if (run.kind !== 'text' || run.format & IS_CODE) return [run]
    let { value } = run
    if (index === 0 || isBreak(runs[index - 1])) value = value.replace(/^ +/, '')
    if (index === runs.length - 1) value = dropEnd(value, / /)
    return value === '' ? [] : [{ ...run, value }]
  })
}

function isBreak(run: Run | undefined): boolean {
  return run?.kind === 'atom' && run.nodes[0]?.type === 'break'
}

/** Several lines as `$exportInline` has one, with line breaks between them. */
export function $exportLines(
  lines: readonly ElementNode[],
  context: MdastExportContext,
): PhrasingContent[] {
  const runs = lines.flatMap((line, index) => [
    ...(index > 0 ? [BREAK] : []),
    ...line.getChildren().flatMap((child) => $runsOf(child, context)),
  ])
  return nest(withoutEdgeSpaces(withLooseSpaces(mergeText(runs))), OUTER)
}

const BREAK: Run = { kind: 'atom', nodes: [{ type: 'break' }], format: NESTING }

function $runsOf(node: LexicalNode, context: MdastExportContext): readonly Run[] {
  if (
    $isTextNode(node) &&
    (node.getType() === 'text' || node.getType() === 'tab' || node.getType() === 'code-highlight')
  ) {
    const value = node.getTextContent()
    if (node.getType() === 'tab') return [{ kind: 'text', value, format: 0, isTab: true }]
    const format = node.getFormat() & MARKDOWN_FORMATS
    return value === '' ? [] : [{ kind: 'text', value, format }]
  }
  if ($isLineBreakNode(node)) {
    return [BREAK]
  }
  const [exported] = context.exportChildren([node])
  if (exported === undefined) return []
  if ($isElementNode(node) && isLink(exported)) {
    const runs = mergeText(node.getChildren().flatMap((child) => $runsOf(child, context)))
    const shared = runs.reduce(
      (format, run) => format & run.format,
      runs.length === 0 ? 0 : NESTING,
    )
    return [
      {
        kind: 'group',
        runs: runs.map((run) => without(run, shared)),
        wrap: (inner) => ({ ...exported, children: inner as never }),
        format: shared,
      },
    ]
  }
  const format = $isTextNode(node)
    ? node.getFormat() & NESTING
    : $getState(node, surroundingFormatState)
  return [{ kind: 'atom', nodes: [exported as PhrasingContent], format }]
}

function isLink(
  node: MdastNode,
): node is Extract<PhrasingContent, { type: 'link' | 'linkReference' }> {
  return node.type === 'link' || node.type === 'linkReference'
}

function without(run: Run, bits: number): Run {
  return { ...run, format: run.format & ~bits }
}

function mergeText(runs: readonly Run[]): readonly Run[] {
  const merged: Run[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    if (
      run.kind === 'text' &&
      last?.kind === 'text' &&
      last.format === run.format &&
      last.isTab === run.isTab
    ) {
      merged[merged.length - 1] = { ...last, value: last.value + run.value }
    } else {
      merged.push(run)
    }
  }
  return merged
}

/** Splits white space off the edges of formatted text and gives it only the formats of both sides. */
function withLooseSpaces(runs: readonly Run[]): readonly Run[] {
  const pieces = runs.flatMap(splitSpaces)
  const settled: Run[] = []
  for (let start = 0; start < pieces.length; ) {
    let end = start
    while (isLoose(pieces[end])) end++
    // White space that stands together is formatted together: it is one stretch when it is read again.
    const sides = (pieces[start - 1]?.format ?? 0) & (pieces[end]?.format ?? 0) & MARKDOWN_FORMATS
    const space = pieces.slice(start, end)
    const shared = space.reduce((format, run) => format & ownFormat(run), sides)
    settled.push(...space.map((run) => withFormat(run, shared)))
    const next = pieces[end]
    if (next !== undefined) settled.push(next)
    start = end + 1
  }
  return mergeText(settled)
}

function splitSpaces(run: Run): readonly Run[] {
  if (run.kind !== 'text' || run.isTab) return [run]
  if (run.format & IS_CODE) return [run]
  const { value } = run
  const words = value.trim()
  if (words !== '' && run.format === 0) return [run]
  const from = words === '' ? value.length : value.length - value.trimStart().length
  const to = from + words.length
  const parts = [value.slice(0, from), value.slice(from, to), value.slice(to)]
  return parts.flatMap((part): readonly Run[] =>
    part.trim() === ''
      ? [...part.matchAll(/\t+|[^\t]+/g)].map(([value]) =>
          value.startsWith('\t')
            ? { kind: 'text', value, format: 0, isTab: true }
            : { ...run, value },
        )
      : [{ ...run, value: part }],
  )
}

function isLoose(run: Run | undefined): boolean {
  if (run?.kind === 'text') return run.isTab || (!(run.format & IS_CODE) && run.value.trim() === '')
  return isBreak(run)
}

function ownFormat(run: Run): number {
  if (run.kind === 'text' && run.isTab) return MARKDOWN_FORMATS
  return run.kind === 'atom' ? NESTING : run.format
}

function withFormat(run: Run, format: number): Run {
  if (run.kind === 'text') return { kind: 'text', value: run.value, format }
  return { ...run, format: format & NESTING }
}

/** Wraps each longest stretch that shares a format in one container, and nests what is inside it. */
function nest(runs: readonly Run[], wrappers: readonly Wrapper[]): PhrasingContent[] {
  const out: PhrasingContent[] = []
  for (let start = 0; start < runs.length; ) {
    let best: { readonly wrapper: Wrapper; readonly end: number } | null = null
    for (const wrapper of wrappers) {
      let end = start
      while (((runs[end]?.format ?? 0) & wrapper.bit) !== 0) end++
      if (end > start && (best === null || end > best.end)) best = { wrapper, end }
    }
    if (best === null) {
      const end = wrappers === OUTER ? endOfUnstruck(runs, start) : start + 1
      const slice = runs.slice(start, end)
      // A slice may now end in white space that stood between two formatted stretches.
      out.push(
        ...(wrappers === OUTER ? nest(withLooseSpaces(slice), INNER) : slice.flatMap(leaves)),
      )
      start = end
    } else {
      const { wrapper, end } = best
      const inner = runs.slice(start, end).map((run) => without(run, wrapper.bit))
      out.push({
        type: wrapper.type,
        children: nest(inner, wrapper.type === 'delete' ? INNER : wrappers),
      })
      start = end
    }
  }
  return out
}

function endOfUnstruck(runs: readonly Run[], start: number): number {
  let end = start
  while (end < runs.length && ((runs[end]?.format ?? 0) & IS_STRIKETHROUGH) === 0) end++
  return end
}

function leaves(run: Run): PhrasingContent[] {
  switch (run.kind) {
    case 'text':
      return [
        run.format & IS_CODE
          ? { type: 'inlineCode', value: run.value }
          : { type: 'text', value: run.value },
      ]
    case 'atom':
      return [...run.nodes]
    case 'group':
      return [run.wrap(nest(withLooseSpaces(run.runs), OUTER))]
  }
}
