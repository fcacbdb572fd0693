import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { visit } from 'unist-util-visit'
import { fromBase64 } from '../../domain/base64'
import type { ArticleContent } from '../content'
import { languageOf, renderArticle } from '../html'
import { isExternal } from '../html/addresses'
import { titleOf } from '../html/head'
import { type Asset, pathOfPicture, relativePictures } from '../html/pictures'
import { bookStyle } from './bookStyle'

/** An article with its own way to its pictures. */
export interface Chapter {
  readonly content: ArticleContent
  readonly untitled: string
  readAsset(path: string): Promise<Asset | null>
}

interface Item {
  readonly id: string
  readonly href: string
  readonly type: string
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
}

function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** What HTML has and XML has not goes: control characters, attributes without a value. */
function asXhtml(children: readonly ElementContent[]): string {
  for (const child of children) {
    visit(child, (node) => {
      if (node.type === 'text') {
        node.value = node.value.replace(
          /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu,
          '',
        )
      }
      if (node.type !== 'element') return
      for (const [name, value] of Object.entries(node.properties)) {
        // XML has no attribute without a value.
        if (value === true) delete node.properties[name]
        else if (typeof value === 'string') node.properties[name] = value.replace(/\p{Cc}/gu, ' ')
      }
    })
  }
  return toHtml([...children], { closeSelfClosing: true, tightSelfClosing: false })
}

function page(title: string, lang: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${xml(lang)}" xml:lang="${xml(lang)}">
<head><meta charset="UTF-8" /><title>${xml(title)}</title><link rel="stylesheet" type="text/css" href="style.css" /></head>
<body>
${body}
</body>
</html>
`
}

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml" /></rootfiles>
</container>
`

/** The same articles make the same book: the time of making is no part of it. */
const TIMELESS = new Date('2000-01-01T00:00:00Z')

export interface Book {
  readonly title: string
  /** The same for each making of the same book. */
  readonly identifier: string
  /** Asked when all chapters are known. */
  modified(): Date
  /** How it looks: what a design adds to the articles' own style. */
  readonly style?: string
}

/** A book of articles, one a chapter, made as they come. */
export async function toEpub(
  chapters: AsyncIterable<Chapter> | Iterable<Chapter>,
  { title, identifier, modified, style = '' }: Book,
): Promise<{ readonly bytes: Uint8Array; readonly problems: readonly string[] }> {
  const files: Zippable = {}
  const items: Item[] = []
  const problems: string[] = []
  const titles: string[] = []
  let pictures = 0
  const put = (item: Item, bytes: Uint8Array) => {
    items.push(item)
    files[`OEBPS/${item.href}`] = bytes
  }

  /** Pictures go into the book; of those of the web the description stays. */
  async function bringPictures(article: Element, { readAsset }: Chapter): Promise<void> {
    const addresses = new Map<string, string>()
    for (const address of relativePictures(article)) {
      const asset = await readAsset(pathOfPicture(address))
      const extension = asset && EXTENSIONS[asset.type]
      const bytes = asset && fromBase64(asset.base64)
      if (!asset || !extension || !bytes) {
        problems.push(`The picture “${pathOfPicture(address)}” was not found.`)
        continue
      }
      const id = `picture-${++pictures}`
      put({ id, href: `${id}.${extension}`, type: asset.type }, bytes)
      addresses.set(address, `${id}.${extension}`)
    }
    visit(article, 'element', (node, index, parent) => {
      // Few readers' programs open it, and none of them on paper.
      if (node.tagName === 'details') node.properties.open = true
      if (
        node.tagName === 'a' &&
        !isExternal(String(node.properties.href ?? '#')) &&
        !/^(?:#|mailto:)/.test(String(node.properties.href ?? '#'))
      ) {
        // A file that the book does not hold.
        delete node.properties.href
      }
      if (node.tagName !== 'img' || !parent || index === undefined) return
      const inside = addresses.get(String(node.properties.src))
      if (inside !== undefined) node.properties.src = inside
      else if (!String(node.properties.src).startsWith('data:')) {
        parent.children[index] = { type: 'text', value: `[${node.properties.alt || 'Picture'}]` }
      }
    })
  }

  const authors = new Set<string>()
  let lang: string | undefined
  for await (const chapter of chapters) {
    const [article] = renderArticle(chapter.content).children
    if (article?.type !== 'element') continue
    await bringPictures(article, chapter)
    const name = titleOf(chapter.content, chapter.untitled)
    titles.push(name)
    for (const author of chapter.content.meta.authors) authors.add(author)
    const own = languageOf(chapter.content)
    lang ??= own
    const id = `chapter-${titles.length}`
    const text = page(name, own, asXhtml([article]))
    put({ id, href: `${id}.xhtml`, type: 'application/xhtml+xml' }, strToU8(text))
  }
  const language = lang ?? 'en'
  const entries = titles.map(
    (name, index) => `<li><a href="chapter-${index + 1}.xhtml">${xml(name)}</a></li>`,
  )
  const nav = `<nav epub:type="toc"><h1>${xml(title)}</h1><ol>${entries.join('')}</ol></nav>`
  const chapterIds = items.filter(({ id }) => id.startsWith('chapter-')).map(({ id }) => id)
  const manifest = [
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav" />',
    '<item id="style" href="style.css" media-type="text/css" />',
    ...items.map(({ id, href, type }) => `<item id="${id}" href="${href}" media-type="${type}" />`),
  ]
  const opf = `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${xml(language)}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${xml(identifier)}</dc:identifier>
<dc:title>${xml(title)}</dc:title>
<dc:language>${xml(language)}</dc:language>
${[...authors].map((author) => `<dc:creator>${xml(author)}</dc:creator>`).join('\n')}
<meta property="dcterms:modified">${modified()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')}</meta>
</metadata>
<manifest>
${manifest.join('\n')}
</manifest>
<spine>
${chapterIds.map((id) => `<itemref idref="${id}" />`).join('\n')}
</spine>
</package>
`
  // First and as it is, so that a program can tell what the file is without unpacking it.
  const book: Zippable = {
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(CONTAINER),
    'OEBPS/content.opf': strToU8(opf),
    'OEBPS/nav.xhtml': strToU8(page(title, language, nav)),
    'OEBPS/style.css': strToU8(bookStyle(style)),
    ...files,
  }
  return { bytes: zipSync(book, { mtime: TIMELESS }), problems }
}
