import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { FragmentTarget } from '../../../domain/exports'
import type { ArticleContent } from '../../content'
import { renderArticle, toHtmlFragment } from '../../html'
import { type BareShape, type Lost, toBare } from './bare'
import { toGhost } from './ghost'
import { line } from './tree'
import { toWordpress } from './wordpress'

/** The places that take bare HTML, by what they keep of it. */
const BARE: Readonly<Record<'substack' | 'medium' | 'rich', BareShape>> = {
  substack: { headings: [1, 2, 3, 4, 4, 4], tables: 'lines', nestedLists: 'keep' },
  medium: { headings: [3, 3, 4, 4, 4, 4], tables: 'preformatted', nestedLists: 'flat' },
  rich: { headings: [1, 2, 3, 4, 5, 6], tables: 'keep', nestedLists: 'keep' },
}

export interface ShapedFragment {
  readonly html: string
  /** Sentences about what the place cannot keep. */
  readonly problems: readonly string[]
}

function bodyOf(content: ArticleContent): readonly ElementContent[] {
  return renderArticle(content).children.flatMap((node) =>
    node.type === 'element' ? node.children : [],
  )
}

function bare(content: ArticleContent, shape: BareShape): ShapedFragment {
  const problems = new Set<string>()
  const lost: Lost = (sentence) => problems.add(sentence)
  const nodes = toBare(bodyOf(content), shape, lost).flatMap((node) => [node, line])
  return { html: toHtml(nodes), problems: [...problems] }
}

/**
 * The article as a place wants it pasted. All but the site's own hold the body alone: headline,
 * standfirst and names have fields of their own there.
 */
export function shapeFragment(content: ArticleContent, target: FragmentTarget): ShapedFragment {
  switch (target) {
    case 'site':
      return { html: toHtmlFragment(content), problems: [] }
    case 'wordpress':
      return { html: toHtml(toWordpress(bodyOf(content))), problems: [] }
    case 'ghost':
      return { html: toHtml(toGhost(bodyOf(content))), problems: [] }
    case 'substack':
    case 'medium':
      return bare(content, BARE[target])
  }
}

/** The body as any program takes it from the clipboard. */
export function toRichText(content: ArticleContent): string {
  return bare(content, BARE.rich).html
}
