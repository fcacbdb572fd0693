import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { visit } from 'unist-util-visit'
import type { ArticleContent } from '../content'
import { isRelative } from './addresses'
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
  /** Links to articles lead to the pages made of them. */
  readonly linksToPages?: boolean
  /** The article as something else has drawn it, and the styles that it needs besides. */
  readonly drawn?: { readonly root: Root; readonly style: string; readonly styleHash: string }
}

/** Nothing but the page's own styles and the article's pictures can be loaded, whatever the text holds. */
function policyFor(hashes: readonly string[]): string {
  return [
    "default-src 'none'",
    'img-src * data:',
    `style-src ${hashes.map((hash) => `'${hash}'`).join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** One block a line, so that a person can read the source and a diff shows what changed. */
function onLines(node: Element): Element {
  const children = node.children.flatMap((child): ElementContent[] => [
    { type: 'text', value: '\n' },
    child,
  ])
  return { ...node, children: [...children, { type: 'text', value: '\n' }] }
}

/** `talks.md#end` → `talks.html#end`, for links to files beside the article. */
function leadToPages(root: Root): void {
  visit(root, 'element', (node) => {
    const { href } = node.properties
    if (node.tagName !== 'a' || typeof href !== 'string' || !isRelative(href)) return
    node.properties.href = href.replace(/\.(?:md|markdown|mdown|mkd)(?=$|[?#])/i, '.html')
  })
}

function articleOf(
  content: ArticleContent,
  { pictures, linksToPages, drawn }: PageOptions,
): Element[] {
  const root = drawn?.root ?? renderArticle(content)
  if (pictures) embedPictures(root, pictures)
  if (linksToPages) leadToPages(root)
  return root.children.filter((node) => node.type === 'element').map(onLines)
}

/** The article element alone, for a page that somebody else makes. */
export function toHtmlFragment(content: ArticleContent, options: PageOptions = {}): string {
  return `${toHtml(articleOf(content, options))}\n`
}

/** A whole page in the articles' own style. `described`: what the head says of it. */
export function pageOf(
  lang: string,
  described: readonly Element[],
  body: readonly Element[],
  extra?: PageOptions['drawn'],
): string {
  const head = element('head', {}, [
    element('meta', { charSet: 'utf-8' }),
    element('meta', {
      httpEquiv: ['Content-Security-Policy'],
      content: policyFor([STYLESHEET_HASH, ...(extra ? [extra.styleHash] : [])]),
    }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    ...described,
    element('style', {}, [STYLESHEET]),
    ...(extra ? [element('style', {}, [extra.style])] : []),
  ])
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      { type: 'text', value: '\n' },
      element('html', { lang }, [
        onLines(head),
        onLines(element('body', {}, [onLines(element('main', {}, body))])),
      ]),
    ],
  }
  return `${toHtml(page, { upperDoctype: true })}\n`
}

/** A complete page that needs nothing beside it: styles inside, pictures inside where they are given. */
export function toHtmlPage(content: ArticleContent, options: PageOptions = {}): string {
  const described = describeArticle(content, options.untitled)
  return pageOf(languageOf(content), described, articleOf(content, options), options.drawn)
}
