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

/** What a page has besides the articles' own style, and what allows it in the page's policy. */
export interface PageStyle {
  readonly css: string
  readonly hash: string
}

export interface PageOptions {
  /** The page's design, if it is not the articles' own. */
  readonly style?: PageStyle | undefined
  /** Relative picture address, as it stands in the HTML → a `data:` address. */
  readonly pictures?: ReadonlyMap<string, string>
  /** The page's title when the article has no headline. */
  readonly untitled?: string
  /** Links to articles lead to the pages made of them. */
  readonly linksToPages?: boolean
  /** The article as it was rendered already; it is changed. */
  readonly root?: Root
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
  { pictures, linksToPages, drawn, root = drawn?.root ?? renderArticle(content) }: PageOptions,
): Element[] {
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
  ...more: readonly (PageStyle | undefined)[]
): string {
  const styles = [
    { css: STYLESHEET, hash: STYLESHEET_HASH },
    ...more.filter((each) => each !== undefined),
  ]
  const head = element('head', {}, [
    element('meta', { charSet: 'utf-8' }),
    element('meta', {
      httpEquiv: ['Content-Security-Policy'],
      content: policyFor(styles.map(({ hash }) => hash)),
    }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    ...described,
    ...styles.map(({ css }) => element('style', {}, [css])),
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
  const { style, drawn } = options
  const changes = drawn && { css: drawn.style, hash: drawn.styleHash }
  return pageOf(languageOf(content), described, articleOf(content, options), style, changes)
}
