import type { Definition } from 'mdast'
import type { ArticleContent, Block } from '../content'
import { factsOf, type Note } from './facts'

/** What a block's HTML depends on besides the block itself. Cheap to make anew after each edit. */
export interface RenderContext {
  readonly definitions: ReadonlyMap<string, Definition>
  /** Footnotes that are referred to, in the order of their numbers. */
  readonly notes: readonly Note[]
  /** Capital id → number, from 1. */
  readonly noteNumbers: ReadonlyMap<string, number>
  /** References to each footnote in the whole article, those inside footnotes included. */
  readonly noteCounts: ReadonlyMap<string, number>
  /** References made before a block; absent where no block with references came before. */
  readonly countsBefore: ReadonlyMap<Block, ReadonlyMap<string, number>>
  /** References made before the footnotes' own text. */
  readonly countsInBody: ReadonlyMap<string, number>
  /** The block that serves as the headline of an article without a `title`. */
  readonly headline: Block | null
  /** Whether the lead picture stands above the body: it does unless the body shows it itself. */
  readonly showsLead: boolean
}

function isLevelOne(block: Block): boolean {
  const [only, ...rest] = block.nodes
  return rest.length === 0 && only?.type === 'heading' && only.depth === 1
}

/** The first block that a reader sees, when it is a level-1 heading and the front matter has no title. */
function findHeadline({ meta, blocks }: ArticleContent): Block | null {
  if (meta.title.trim() !== '') return null
  const first = blocks.find((block) =>
    block.nodes.some((node) => node.type !== 'definition' && node.type !== 'footnoteDefinition'),
  )
  return first && isLevelOne(first) ? first : null
}

class FootnoteCount {
  readonly order: Note[] = []
  readonly numbers = new Map<string, number>()
  counts = new Map<string, number>()

  constructor(private readonly texts: ReadonlyMap<string, Note>) {}

  add(references: readonly string[]): void {
    if (references.length === 0) return
    // A copy, because the counts so far were handed to the blocks before.
    this.counts = new Map(this.counts)
    for (const id of references) {
      const note = this.texts.get(id)
      if (!note) continue
      this.counts.set(id, (this.counts.get(id) ?? 0) + 1)
      if (this.numbers.has(id)) continue
      this.order.push(note)
      this.numbers.set(id, this.order.length)
    }
  }
}

function firstOfEach<T>(entries: Iterable<readonly [string, T]>): Map<string, T> {
  const first = new Map<string, T>()
  for (const [id, value] of entries) if (!first.has(id)) first.set(id, value)
  return first
}

const known = new WeakMap<ArticleContent, RenderContext>()

/** Gathers definitions and footnote numbers from the blocks; only blocks not seen before are walked. */
export function createRenderContext(content: ArticleContent): RenderContext {
  const before = known.get(content)
  if (before) return before
  const context = contextOf(content)
  known.set(content, context)
  return context
}

function contextOf(content: ArticleContent): RenderContext {
  const facts = content.blocks.map(factsOf)
  const definitions = firstOfEach(
    facts.flatMap((each) => each.definitions).map((node) => [node.identifier.toUpperCase(), node]),
  )
  const texts = firstOfEach(facts.flatMap((each) => each.notes).map((note) => [note.id, note]))
  const count = new FootnoteCount(texts)
  const countsBefore = new Map<Block, ReadonlyMap<string, number>>()
  content.blocks.forEach((block, index) => {
    const references = facts[index]?.references ?? []
    if (references.length === 0) return
    countsBefore.set(block, count.counts)
    count.add(references)
  })
  const countsInBody = count.counts
  // Notes may refer to notes, which come after; the list grows while it is walked.
  for (const note of count.order) count.add(note.references)
  return {
    definitions,
    notes: count.order,
    noteNumbers: count.numbers,
    noteCounts: count.counts,
    countsBefore,
    countsInBody,
    headline: findHeadline(content),
    showsLead: !facts.some(({ pictures }) => pictures.includes(content.meta.lead.src)),
  }
}

function definitionsShown(uses: Iterable<string>, context: RenderContext): unknown[] {
  return [...uses].map((id) => {
    const definition = context.definitions.get(id)
    return [definition?.url, definition?.title]
  })
}

/**
 * What of the context shows in a block's HTML, as text to compare: the block's HTML is the same
 * as long as the block is the same object and this is the same text.
 */
export function contextOfBlock(block: Block, context: RenderContext): string {
  const { references, uses } = factsOf(block)
  const isHeadline = context.headline === block
  if (references.length === 0 && uses.size === 0) return isHeadline ? 'headline' : ''
  const before = context.countsBefore.get(block)
  return JSON.stringify([
    isHeadline,
    references.map((id) => [context.noteNumbers.get(id), before?.get(id)]),
    definitionsShown(uses, context),
  ])
}

/** What the footnotes' HTML is made from, to be compared one by one. */
export function contextOfNotes(context: RenderContext): readonly unknown[] {
  const { notes, noteCounts, countsInBody } = context
  const uses = notes.flatMap((note) => [...note.uses])
  const shown = [[...noteCounts], [...countsInBody], definitionsShown(uses, context)]
  return [...notes, JSON.stringify(shown)]
}
