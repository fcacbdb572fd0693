import { toBase64 } from '../../domain/base64'
import { readOdtStyles, type TextStyles } from './odtStyles'
import { allNamed, attributeOf, elementsIn, parseXml, type XmlElement, type XmlNode } from './xml'

/** The files of an OpenDocument text, by their names in its archive. */
export type OdtFiles = ReadonlyMap<string, Uint8Array>

const PICTURES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
}

interface Work {
  readonly files: OdtFiles
  readonly styles: TextStyles
  readonly notes: string[]
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function within(tags: readonly string[], html: string): string {
  if (html.trim() === '') return html
  return tags.reduceRight((inner, tag) => `<${tag}>${inner}</${tag}>`, html)
}

function picture(frame: XmlElement, { files }: Work): string {
  const [image] = allNamed(frame, 'draw:image')
  const path = image ? attributeOf(image, 'xlink:href').replace(/^\.\//, '') : ''
  const alt = [...allNamed(frame, 'svg:desc'), ...allNamed(frame, 'svg:title')]
    .map((node) => plain(node))
    .find((text) => text !== '')
  const bytes = files.get(path)
  const type = PICTURES[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '']
  const words = boxed(frame).replace(/\s+/g, ' ').trim()
  if (bytes === undefined || type === undefined) return escaped(words)
  const title = words === '' ? '' : ` title="${escaped(words)}"`
  return `<img src="data:${type};base64,${toBase64(bytes)}" alt="${escaped(alt ?? '')}"${title}>`
}

/** The words in a frame: what LibreOffice puts below a picture stands in a box around both. */
function boxed(node: XmlNode): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value
  if (node.type !== 'element' || OF_PICTURES.has(node.name)) return ''
  const words = node.children.map(boxed).join('')
  return node.name === 'text:p' ? `${words} ` : words
}

/** What tells of a picture and is not read with it. */
const OF_PICTURES = new Set(['svg:title', 'svg:desc', 'draw:image'])

function plain(node: XmlNode): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value
  return 'children' in node ? node.children.map((child) => plain(child)).join('') : ''
}

/** A footnote as Word's reader writes one, so that what reads those reads this. */
function note(node: XmlElement, work: Work): string {
  const [body] = allNamed(node, 'text:note-body')
  const number = work.notes.length + 1
  // Its place is taken before its text is read, which may hold further notes.
  work.notes.push('')
  const html = body ? blocks(body, work) : ''
  const back = ` <a href="#footnote-ref-${number}">↑</a>`
  work.notes[number - 1] =
    `<li id="footnote-${number}">${html.includes('</p>') ? html.replace(/<\/p>(?![\s\S]*<\/p>)/, `${back}</p>`) : back}</li>`
  return `<sup><a href="#footnote-${number}" id="footnote-ref-${number}">[${number}]</a></sup>`
}

function inline(node: XmlNode, work: Work): string {
  if (node.type === 'text' || node.type === 'cdata') return escaped(node.value.replace(/\s+/g, ' '))
  if (node.type !== 'element') return ''
  const inner = () => node.children.map((child) => inline(child, work)).join('')
  switch (node.name) {
    case 'text:span':
      return within(work.styles.marksOf(attributeOf(node, 'text:style-name')), inner())
    case 'text:a':
      return `<a href="${escaped(attributeOf(node, 'xlink:href'))}">${inner()}</a>`
    case 'text:line-break':
      return '<br>'
    case 'text:tab':
      return ' '
    case 'text:s':
      return ' '
    case 'text:note':
      return note(node, work)
    case 'draw:frame':
      return picture(node, work)
    // Remarks of an editor, and what was struck out, are no part of the text.
    case 'office:annotation':
    case 'text:tracked-changes':
    case 'text:bookmark-ref':
      return ''
    default:
      return inner()
  }
}

function paragraph(node: XmlElement, work: Work): string {
  const style = attributeOf(node, 'text:style-name')
  const html = within(
    work.styles.marksOf(style),
    node.children.map((child) => inline(child, work)).join(''),
  )
  const kind = work.styles.kindOf(style)
  switch (kind) {
    case 'title':
      return `<h1>${html}</h1>`
    case 'subtitle':
      return `<h2>${html}</h2>`
    case 'quotation':
      return `<blockquote><p>${html}</p></blockquote>`
    case 'code':
      return `<pre>${html}</pre>`
    case 'text':
      return `<p>${html}</p>`
    default:
      return `<${kind}>${html}</${kind}>`
  }
}

function list(node: XmlElement, work: Work, style: string, depth: number): string {
  const name = attributeOf(node, 'text:style-name') || style
  const tag = work.styles.isNumbered(name, depth) ? 'ol' : 'ul'
  const items = elementsIn(node).map((item) => {
    const inner = elementsIn(item).map((child) =>
      child.name === 'text:list' ? list(child, work, name, depth + 1) : block(child, work),
    )
    return `<li>${inner.join('')}</li>`
  })
  return `<${tag}>${items.join('')}</${tag}>`
}

function table(node: XmlElement, work: Work): string {
  const rows = allNamed(node, 'table:table-row').map((row) => {
    const cells = elementsIn(row).filter(({ name }) => name === 'table:table-cell')
    return `<tr>${cells.map((cell) => `<td>${blocks(cell, work)}</td>`).join('')}</tr>`
  })
  return `<table>${rows.join('')}</table>`
}

function block(node: XmlElement, work: Work): string {
  switch (node.name) {
    case 'text:h': {
      const level = Number(attributeOf(node, 'text:outline-level')) || 1
      const tag = `h${Math.max(1, Math.min(6, level))}`
      return `<${tag}>${node.children.map((child) => inline(child, work)).join('')}</${tag}>`
    }
    case 'text:p':
      return paragraph(node, work)
    case 'text:list':
      return list(node, work, '', 1)
    case 'table:table':
      return table(node, work)
    case 'draw:frame':
      return `<p>${picture(node, work)}</p>`
    case 'text:tracked-changes':
    case 'text:table-of-content':
    case 'office:forms':
    case 'text:sequence-decls':
      return ''
    default:
      return blocks(node, work)
  }
}

function blocks(node: XmlElement, work: Work): string {
  return elementsIn(node)
    .map((child) => block(child, work))
    .join('\n')
}

/** The HTML of an OpenDocument text; null where its parts are no such document. */
export function odtToHtml(files: OdtFiles): string | null {
  const read = (name: string) => {
    const bytes = files.get(name)
    return bytes === undefined ? null : parseXml(new TextDecoder().decode(bytes))
  }
  const content = read('content.xml')
  const [text] = content === null ? [] : allNamed(content, 'office:text')
  if (content === null || text === undefined) return null
  const styles = read('styles.xml')
  const work: Work = {
    files,
    styles: readOdtStyles(styles === null ? [content] : [styles, content]),
    notes: [],
  }
  // Paragraphs of one quotation follow each other as quotations of their own.
  const body = blocks(text, work).replace(/<\/blockquote>\s*<blockquote>/g, '')
  return work.notes.length === 0 ? body : `${body}<ol>${work.notes.join('')}</ol>`
}
