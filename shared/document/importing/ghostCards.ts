import { toHtml } from 'hast-util-to-html'
import { toHast } from 'mdast-util-to-hast'
import { parseMarkdown } from '../markdown/parse'

/** A block of Ghost that is no text: a picture, an embed, a piece of HTML or Markdown. */
export interface GhostCard {
  readonly name: string
  readonly payload: Readonly<Record<string, unknown>>
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function figure(payload: GhostCard['payload']): string {
  const of = (key: string): string => (typeof payload[key] === 'string' ? payload[key] : '')
  const caption = of('caption')
  const image = `<img src="${escapeHtml(of('src'))}" alt="${escapeHtml(of('alt'))}">`
  return `<figure>${image}${caption === '' ? '' : `<figcaption>${caption}</figcaption>`}</figure>`
}

function link(address: string, title: string): string {
  return address === ''
    ? ''
    : `<p><a href="${escapeHtml(address)}">${escapeHtml(title || address)}</a></p>`
}

/** A card as HTML, which is cleaned afterwards like any other; null for one that is not known. */
export function cardToHtml({ name, payload }: GhostCard): string | null {
  const of = (key: string): string => (typeof payload[key] === 'string' ? payload[key] : '')
  const inside = (key: string): GhostCard['payload'] =>
    typeof payload[key] === 'object' && payload[key] !== null
      ? (payload[key] as GhostCard['payload'])
      : {}
  switch (name) {
    case 'image':
      return figure(payload)
    case 'gallery': {
      const { images } = payload
      return Array.isArray(images)
        ? images.map((each: unknown) => figure({ ...(each as GhostCard['payload']) })).join('')
        : ''
    }
    case 'hr':
    case 'horizontalrule':
      return '<hr>'
    case 'code':
    case 'codeblock': {
      const language = of('language').replace(/[^\w+#-]/g, '')
      const type = language === '' ? '' : ` class="language-${language}"`
      return `<pre><code${type}>${escapeHtml(of('code'))}</code></pre>`
    }
    case 'html':
      return of('html')
    case 'markdown':
    case 'card-markdown':
      return toHtml(toHast(parseMarkdown(of('markdown')), { allowDangerousHtml: true }), {
        allowDangerousHtml: true,
      })
    case 'bookmark': {
      const title = inside('metadata').title
      return link(of('url'), typeof title === 'string' ? title : '')
    }
    case 'embed':
      return link(of('url'), '')
    case 'callout':
      return `<blockquote><p>${of('calloutText')}</p></blockquote>`
    case 'toggle':
      return `<h3>${of('heading')}</h3>${of('content')}`
    case 'button':
      return link(of('buttonUrl'), of('buttonText'))
    default:
      return null
  }
}
