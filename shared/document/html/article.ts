import type { Element, Root } from 'hast'
import type { ArticleContent, Block } from '../content'
import { renderBlock } from './block'
import { createRenderContext, type RenderContext } from './context'
import { renderHeader } from './header'
import { renderNotes } from './notes'
import { joinTexts } from './texts'
import { languageTag, wordsIn } from './words'

/** One piece of an article's HTML; a preview changes one without touching the others. */
export type Part =
  | { readonly kind: 'header' }
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'notes' }

/** The pieces in the order in which they are shown. The headline's block is inside the header. */
export function partsOf(content: ArticleContent, context: RenderContext): readonly Part[] {
  const blocks = content.blocks.filter((block) => block !== context.headline)
  return [
    { kind: 'header' },
    ...blocks.map((block) => ({ kind: 'block' as const, block })),
    { kind: 'notes' },
  ]
}

export function renderPart(part: Part, content: ArticleContent, context: RenderContext): Element[] {
  switch (part.kind) {
    case 'header': {
      const header = renderHeader(content, context)
      return header ? [joinTexts(header)] : []
    }
    case 'block':
      return renderBlock(part.block, context)
    case 'notes': {
      const notes = renderNotes(context, wordsIn(content.meta.lang))
      return notes ? [joinTexts(notes)] : []
    }
  }
}

/** The element around an article's pieces. */
export function articleElement(lang: string, children: Element[]): Element {
  return {
    type: 'element',
    tagName: 'article',
    properties: { className: ['article'], lang: languageTag(lang) },
    children,
  }
}

/** The whole article as the preview shows it and the export writes it. */
export function renderArticle(
  content: ArticleContent,
  context: RenderContext = createRenderContext(content),
): Root {
  const children = partsOf(content, context).flatMap((part) => renderPart(part, content, context))
  return { type: 'root', children: [articleElement(content.meta.lang, children)] }
}
