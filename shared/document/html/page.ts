import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { ArticleContent } from '../content'
import { languageOf, renderArticle } from './article'
import { element } from './element'
import { describeArticle } from './head'
import { embedPictures } from './pictures'
import { STYLESHEET, STYLESHEET_HASH } from './stylesheet'

export interface PageOptions {
  /** Relative picture address, as it stands in the HTML → a `data:` address. */
  readonly pictures?: ReadonlyMap<string, string>
  /** The page's title when the article has no headline. */
  readonly untitled?: string
}

/** Nothing but the page's own styles and the article's pictures can be loaded, whatever the text holds. */
const POLICY = [
  "default-src 'none'",
  'img-src * data:',
  `style-src '${STYLESHEET_HASH}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** One block a line, so that a person can read the source and a diff shows what changed. */
function onLines(node: Element): Element {
  const children = node.children.flatMap((child): ElementContent[] => [
    { type: 'text', value: '\n' },
    child,
  ])
  return { ...node, children: [...children, { type: 'text', value: '\n' }] }
}

function articleOf(content: ArticleContent, { pictures }: PageOptions): Element[] {
  const root = renderArticle(content)
  if (pictures) embedPictures(root, pictures)
  return root.children.filter((node) => node.type === 'element').map(onLines)
}

/** The article element alone, for a page that somebody else makes. */
export function toHtmlFragment(content: ArticleContent, options: PageOptions = {}): string {
  return `${toHtml(articleOf(content, options))}\n`
}

function head(content: ArticleContent, options: PageOptions): Element {
  return element('head', {}, [
    element('meta', { charSet: 'utf-8' }),
    element('meta', { httpEquiv: ['Content-Security-Policy'], content: POLICY }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    ...describeArticle(content, options.untitled),
    element('style', {}, [STYLESHEET]),
  ])
}

/** A complete page that needs nothing beside it: styles inside, pictures inside where they are given. */
export function toHtmlPage(content: ArticleContent, options: PageOptions = {}): string {
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      { type: 'text', value: '\n' },
      element('html', { lang: languageOf(content) }, [
        onLines(head(content, options)),
        element('body', {}, [onLines(element('main', {}, articleOf(content, options)))]),
      ]),
    ],
  }
  return `${toHtml(page, { upperDoctype: true })}\n`
}
