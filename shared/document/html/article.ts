import type { Element, Root } from 'hast'
import type { ArticleContent, Block } from '../content'
import { renderBlock, renderSpan } from './block'
import { contextOfBlock, contextOfNotes, createRenderContext, type RenderContext } from './context'
import { renderCorrections } from './corrections'
import { renderHeader } from './header'
import { renderNotes } from './notes'
import { spansOf } from './spans'
import { joinTexts } from './texts'
import { directionOf, languageTag, wordsIn } from './words'

/** One piece of an article's HTML: a preview changes one without touching the others. */
export interface Part {
  /** The block's key (for the header its headline's), or `header`, `corrections` or `notes`. */
  readonly key: string
  /** Keys of other blocks that it holds, inside an element of HTML that begins with its own. */
  readonly holds?: readonly string[]
  /** What the piece is made from, to be compared one by one: the same values make the same HTML. */
  readonly madeFrom: readonly unknown[]
  render(): readonly Element[]
}

function headerPart(content: ArticleContent, context: RenderContext): Part {
  const { meta } = content
  const { headline } = context
  const { title, standfirst, authors, date, dateline, modified, lang, section, lead } = meta
  return {
    key: headline?.key ?? 'header',
    madeFrom: [
      ...['header', title, standfirst, date, dateline, modified, lang, section],
      ...[JSON.stringify(authors), context.showsLead && JSON.stringify(lead)],
      ...(headline ? [headline, contextOfBlock(headline, context)] : []),
    ],
    render() {
      const header = renderHeader(content, context)
      return header ? [joinTexts(header)] : []
    },
  }
}

function correctionsPart({ meta }: ArticleContent): Part {
  return {
    key: 'corrections',
    madeFrom: [meta.lang, JSON.stringify(meta.corrections)],
    render() {
      const corrections = renderCorrections(meta)
      return corrections ? [joinTexts(corrections)] : []
    },
  }
}

function notesPart({ meta }: ArticleContent, context: RenderContext): Part {
  return {
    key: 'notes',
    madeFrom: [meta.lang, ...contextOfNotes(context)],
    render() {
      const notes = renderNotes(context, wordsIn(meta.lang))
      return notes ? [joinTexts(notes)] : []
    },
  }
}

function bodyPart(block: Block, more: readonly Block[], context: RenderContext): Part {
  const { key } = block
  if (more.length === 0) {
    const madeFrom = [block, contextOfBlock(block, context)]
    return { key, madeFrom, render: () => renderBlock(block, context) }
  }
  const span = [block, ...more]
  return {
    key,
    holds: more.map((each) => each.key),
    madeFrom: span.flatMap((each) => [each, contextOfBlock(each, context)]),
    render: () => renderSpan(span, context),
  }
}

/** The pieces in the order in which they are shown. */
export function partsOf(content: ArticleContent, context: RenderContext): readonly Part[] {
  const parts: Part[] = [headerPart(content, context)]
  for (const span of spansOf(content.blocks)) {
    const [block, ...more] = span
    if (block && block !== context.headline) parts.push(bodyPart(block, more, context))
  }
  parts.push(correctionsPart(content), notesPart(content, context))
  return parts
}

/** The article's language as BCP 47 writes it; `en` where the front matter has none that is one. */
export function languageOf({ meta }: ArticleContent): string {
  return languageTag(meta.lang)
}

/** The element around an article's pieces. */
export function articleElement(lang: string, children: Element[]): Element {
  const isRightToLeft = directionOf(lang) === 'rtl'
  return {
    type: 'element',
    tagName: 'article',
    properties: { className: ['article'], lang, ...(isRightToLeft ? { dir: 'rtl' } : {}) },
    children,
  }
}

/** The whole article as the preview shows it and the export writes it. */
export function renderArticle(
  content: ArticleContent,
  context: RenderContext = createRenderContext(content),
): Root {
  const children = partsOf(content, context).flatMap((part) => part.render())
  return { type: 'root', children: [articleElement(languageOf(content), children)] }
}
