import { fromXml } from 'xast-util-from-xml'
import { AppError } from '../../api/errors'
import { type Imported, importHtml } from './imported'

type Tree = ReturnType<typeof fromXml>
type Nodes = Tree | Tree['children'][number]
type Element = Extract<Nodes, { readonly type: 'element' }>

function children(node: Nodes, name: string): readonly Element[] {
  if (!('children' in node)) return []
  const inside: readonly Nodes[] = node.children
  return inside.filter((child): child is Element => child.type === 'element' && child.name === name)
}

function text(node: Nodes | undefined): string {
  if (node === undefined) return ''
  if (node.type === 'text' || node.type === 'cdata') return node.value
  return 'children' in node ? node.children.map((child) => text(child)).join('') : ''
}

const BLOCK =
  /^\s*<(?:\/?(?:p|h[1-6]|ul|ol|li|blockquote|table|figure|div|pre|hr|section|dl|form|iframe)\b|!--)/i

/** The classic editor stored paragraphs as blank lines and lines as line ends. */
function withParagraphs(html: string): string {
  if (/<p[\s>]/i.test(html) || /<!-- wp:/.test(html)) return html
  return html
    .split(/\r?\n\s*\r?\n/)
    .map((part) =>
      BLOCK.test(part) || part.trim() === ''
        ? part
        : `<p>${part.trim().replace(/\r?\n/g, '<br>')}</p>`,
    )
    .join('\n')
}

/** Square-bracket codes: captions and embeds are read, others are left out and counted. */
function readShortcodes(html: string): { readonly html: string; readonly dropped: number } {
  let dropped = 0
  const read = html
    .replace(
      /\[caption\b[^[\]]*\]((?:[^[]|\[(?!\/?caption\b))*)\[\/caption\]/gi,
      (_, inside: string) => {
        const picture = /(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*<\/a>)?/i.exec(inside)?.[0] ?? ''
        return `<figure>${picture}<figcaption>${inside.replace(picture, '').trim()}</figcaption></figure>`
      },
    )
    .replace(/\[embed\b[^[\]]*\]\s*([^\s[\]]+)\s*\[\/embed\]/gi, '<p><a href="$1">$1</a></p>')
    .replace(/\[\/?[a-z][a-z0-9_-]{2,30}(?:\s[^[\]<>=]*=[^[\]<>]*|\s*\/?)\](?!\()/gi, (code) => {
      if (!/=|^\[\/?(?:gallery|video|audio|playlist|contact-form|vc_\w+|et_pb_\w+)/i.test(code))
        return code
      dropped++
      return ''
    })
  return { html: read, dropped }
}

const STATUS: Readonly<Record<string, string>> = {
  publish: 'published',
  future: 'scheduled',
  draft: 'draft',
  pending: 'review',
}

function importPost(item: Element): Imported {
  const field = (name: string): string => text(children(item, name)[0]).trim()
  const terms = (domain: string): readonly string[] =>
    children(item, 'category')
      .filter((each) => each.attributes.domain === domain)
      .map((each) => text(each).trim())
      .filter((name) => name !== '' && name !== 'Uncategorized')
  const { html, dropped } = readShortcodes(field('content:encoded'))
  const [section = '', ...sections] = terms('category')
  const date = field('wp:post_date')
  const author = field('dc:creator')
  const article = importHtml(withParagraphs(html), {
    title: field('title'),
    standfirst: field('excerpt:encoded')
      .replace(/<[^<>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    authors: author === '' ? [] : [author],
    date: /^0000/.test(date) ? '' : date.replace(' ', 'T'),
    slug: field('wp:post_name'),
    section,
    tags: [...sections, ...terms('post_tag')],
    status: STATUS[field('wp:status')] ?? '',
  })
  return dropped > 0 ? { ...article, dropped: { ...article.dropped, shortcode: dropped } } : article
}

/** Every post and page of a WordPress export (WXR); attachments, menus and the trash are left out. */
export function importWordPress(xml: string): readonly Imported[] {
  // Entities of a document's own can grow without end, and exports have none.
  if (/<!ENTITY/i.test(xml))
    throw new AppError('invalid', 'it declares entities, which no WordPress export does')
  const root = parse(xml)
  const channel = children(children(root, 'rss')[0] ?? root, 'channel')[0]
  if (channel === undefined || !/wordpress\.org\/export/.test(xml.slice(0, 20_000))) {
    throw new AppError('invalid', 'it is XML, but no WordPress export (WXR)')
  }
  return children(channel, 'item')
    .filter((item) => /^(?:post|page)$/.test(text(children(item, 'wp:post_type')[0]).trim()))
    .filter(
      (item) => !/^(?:trash|auto-draft|inherit)$/.test(text(children(item, 'wp:status')[0]).trim()),
    )
    .map(importPost)
}

function parse(xml: string): ReturnType<typeof fromXml> {
  try {
    return fromXml(xml)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new AppError('invalid', `it is no well-formed XML: ${reason}`)
  }
}
