import type { Element } from 'hast'
import type { ArticleContent } from '../content'
import { languageOf } from './article'
import { createRenderContext } from './context'
import { element } from './element'
import { headlineOf } from './header'
import { leadAddress, linkedData, machineDate, webAddress } from './linkedData'

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}

function named(name: string, value: string): Element[] {
  const content = oneLine(value)
  return content === '' ? [] : [element('meta', { name, content })]
}

function property(name: string, value: string): Element[] {
  const content = oneLine(value)
  return content === '' ? [] : [element('meta', { property: name, content })]
}

/** What a card on a social network is made from. */
function openGraph(content: ArticleContent, title: string): Element[] {
  const { meta } = content
  const image = leadAddress(meta)
  return [
    ...property('og:type', 'article'),
    ...property('og:title', title),
    ...property('og:description', meta.social || meta.description || meta.standfirst),
    ...property('og:url', webAddress(meta.canonical)),
    ...property('og:locale', languageOf(content).replace('-', '_')),
    ...property('og:image', image),
    ...(image === '' ? [] : property('og:image:alt', meta.lead.alt)),
    ...property('article:published_time', machineDate(meta.date)),
    ...property('article:modified_time', machineDate(meta.modified)),
    ...property('article:section', meta.section),
    ...meta.authors.flatMap((author) => property('article:author', author)),
    ...meta.tags.flatMap((tag) => property('article:tag', tag)),
    ...named('twitter:card', image === '' ? 'summary' : 'summary_large_image'),
  ]
}

/** The page's title, on one line. */
export function titleOf(content: ArticleContent, untitled = 'Untitled'): string {
  return (
    oneLine(headlineOf(content, createRenderContext(content))) || oneLine(untitled) || 'Untitled'
  )
}

/** What a page says of its article to browsers, search engines and social networks. */
export function describeArticle(content: ArticleContent, untitled?: string): readonly Element[] {
  const { meta } = content
  const title = titleOf(content, untitled)
  const canonical = webAddress(meta.canonical)
  return [
    element('title', {}, [title]),
    ...named('description', meta.description || meta.standfirst),
    ...named('author', meta.authors.join(', ')),
    ...named('keywords', meta.tags.join(', ')),
    ...(canonical === '' ? [] : [element('link', { rel: ['canonical'], href: canonical })]),
    ...openGraph(content, title),
    linkedData(content, title),
  ]
}
