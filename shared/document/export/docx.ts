import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  type IRunOptions,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Element, ElementContent } from 'hast'
import { fromBase64 } from '../../domain/base64'
import type { ArticleContent } from '../content'
import { renderArticle } from '../html'
import { isExternal, isRelative } from '../html/addresses'
import { titleOf } from '../html/head'
import { type Asset, pathOfPicture, relativePictures } from '../html/pictures'
import { imageSize } from './imageSize'
import { classesOf, elementsIn, find, textOf } from './shapes/tree'

type Blocks = (Paragraph | Table)[]
type Marks = Pick<
  IRunOptions,
  'bold' | 'italics' | 'strike' | 'superScript' | 'subScript' | 'style' | 'font'
>

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const

/** Where a paragraph stands: in a list, in a quotation, under a picture. */
type Setting = Pick<IParagraphOptions, 'style' | 'numbering' | 'alignment'>

const MARKS: Readonly<Record<string, Marks>> = {
  strong: { bold: true },
  b: { bold: true },
  em: { italics: true },
  i: { italics: true },
  cite: {},
  del: { strike: true },
  s: { strike: true },
  sup: { superScript: true },
  sub: { subScript: true },
  code: { font: 'Courier New' },
  kbd: { font: 'Courier New' },
}

const BLOCKS = new Set([
  ...['p', 'ul', 'ol', 'blockquote', 'pre', 'table', 'figure', 'hr', 'div', 'section', 'details'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'summary', 'dl', 'dt', 'dd'],
])

/** Widest picture, in pixels of a page with its margins. */
const MOST_WIDTH = 600
const PICTURE_KINDS: Readonly<Record<string, 'png' | 'jpg' | 'gif'>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
}

/** XML holds no control characters, and Word refuses the file that has one. */
function plain(text: string): string {
  return text.replace(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
}

interface Work {
  readonly pictures: ReadonlyMap<string, Asset>
  /** Number of the next list: each counts from its own start. */
  readonly lists: { reference: string; start: number }[]
}

function runs(nodes: readonly ElementContent[], marks: Marks, work: Work): ParagraphChild[] {
  return nodes.flatMap((node): ParagraphChild[] => {
    if (node.type === 'text') {
      const text = plain(node.value.replace(/\s+/g, ' '))
      return text === '' ? [] : [new TextRun({ ...marks, text })]
    }
    if (node.type !== 'element') return []
    const { tagName, properties } = node
    if (tagName === 'br') return [new TextRun({ ...marks, break: 1 })]
    if (tagName === 'img') return picture(node, work)
    if (properties.role === 'doc-backlink') return []
    const number = /^#fn-(\d+)$/.exec(String(properties.href ?? ''))?.[1]
    if (properties.role === 'doc-noteref' && number !== undefined) {
      return [new FootnoteReferenceRun(Number(number))]
    }
    // The reference is raised by itself.
    if (classesOf(node).includes('noteref')) return runs(node.children, marks, work)
    const inner = runs(node.children, { ...marks, ...MARKS[tagName] }, work)
    const href = String(properties.href ?? '')
    if (tagName === 'a' && (isExternal(href) || href.startsWith('mailto:'))) {
      const children = runs(node.children, { ...marks, style: 'Hyperlink' }, work)
      return [new ExternalHyperlink({ link: href, children })]
    }
    return inner
  })
}

function picture(node: Element, { pictures }: Work): ParagraphChild[] {
  const asset = pictures.get(String(node.properties.src))
  const type = asset && PICTURE_KINDS[asset.type]
  const data = asset && fromBase64(asset.base64)
  const size = data && imageSize(data)
  const alt = plain(String(node.properties.alt ?? ''))
  if (!type || !data || !size)
    return [new TextRun({ text: `[${alt || 'Picture'}]`, italics: true })]
  const scale = Math.min(1, MOST_WIDTH / size.width)
  return [
    new ImageRun({
      type,
      data,
      transformation: {
        width: Math.max(1, Math.round(size.width * scale)),
        height: Math.max(1, Math.round(size.height * scale)),
      },
      altText: { name: alt || 'Picture', description: alt, title: '' },
    }),
  ]
}

function paragraph(nodes: readonly ElementContent[], setting: Setting, work: Work): Paragraph {
  return new Paragraph({ ...setting, children: runs(trimmed(nodes), {}, work) })
}

/** A paragraph has no blanks at its ends, however its HTML is laid out. */
function trimmed(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const kept = nodes.filter(
    (node, index) =>
      node.type !== 'text' || node.value.trim() !== '' || (index > 0 && index < nodes.length - 1),
  )
  return kept.map((node, index) => {
    if (node.type !== 'text') return node
    let { value } = node
    if (index === 0) value = value.trimStart()
    if (index === kept.length - 1) value = value.trimEnd()
    return { ...node, value }
  })
}

function isBlock(node: ElementContent): node is Element {
  return node.type === 'element' && BLOCKS.has(node.tagName)
}

/** Blocks one by one, and words between them as paragraphs of their own. */
function flow(nodes: readonly ElementContent[], setting: Setting, work: Work): Blocks {
  const made: Blocks = []
  let run: ElementContent[] = []
  const end = () => {
    if (
      run.some(
        (node) => node.type === 'element' || (node.type === 'text' && node.value.trim() !== ''),
      )
    ) {
      made.push(paragraph(run, setting, work))
    }
    run = []
  }
  for (const node of nodes) {
    if (isBlock(node)) {
      end()
      made.push(...block(node, setting, work))
    } else run.push(node)
  }
  end()
  return made
}

function list(node: Element, setting: Setting, work: Work): Blocks {
  const level =
    (setting.numbering && 'level' in setting.numbering ? setting.numbering.level : -1) + 1
  let reference = 'bullets'
  if (node.tagName === 'ol') {
    reference = `numbers-${work.lists.length}`
    work.lists.push({ reference, start: Number(node.properties.start ?? 1) })
  }
  return elementsIn(node).flatMap((item) =>
    flow(item.children, { ...setting, numbering: { reference, level: Math.min(level, 8) } }, work),
  )
}

function table(node: Element, work: Work): Table {
  const rows: Element[] = []
  const walk = (each: Element): void => {
    if (each.tagName === 'tr') rows.push(each)
    else elementsIn(each).forEach(walk)
  }
  walk(node)
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((row) => {
      const cells = elementsIn(row)
      return new TableRow({
        tableHeader: cells.every(({ tagName }) => tagName === 'th'),
        children: cells.map(
          (cell) =>
            new TableCell({
              children: [
                new Paragraph({
                  alignment: classesOf(cell).includes('align-right')
                    ? AlignmentType.RIGHT
                    : AlignmentType.LEFT,
                  children: runs(
                    trimmed(cell.children),
                    cell.tagName === 'th' ? { bold: true } : {},
                    work,
                  ),
                }),
              ],
            }),
        ),
      })
    }),
  })
}

function figure(node: Element, setting: Setting, work: Work): Blocks {
  return elementsIn(node).flatMap((child): Blocks => {
    if (child.tagName === 'figcaption') {
      const style = find(node, 'img') ? 'Caption' : 'Quote'
      return [paragraph(child.children, { style }, work)]
    }
    return isBlock(child) ? block(child, setting, work) : [paragraph([child], setting, work)]
  })
}

function block(node: Element, setting: Setting, work: Work): Blocks {
  const { tagName } = node
  const level = /^h([1-6])$/.exec(tagName)?.[1]
  if (level !== undefined) {
    const heading = HEADINGS[Number(level) - 1] ?? HeadingLevel.HEADING_6
    return [new Paragraph({ heading, children: runs(trimmed(node.children), {}, work) })]
  }
  switch (tagName) {
    case 'ul':
    case 'ol':
      return list(node, setting, work)
    case 'table':
      return [table(node, work)]
    case 'figure':
      return figure(node, setting, work)
    case 'blockquote':
      return flow(node.children, { ...setting, style: 'Quote' }, work)
    case 'pre':
      return textOf(node)
        .replace(/\n$/, '')
        .split('\n')
        .map((text) => new Paragraph({ style: 'Code', children: [new TextRun(plain(text))] }))
    case 'hr':
      return [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun('* * *')] })]
    case 'p': {
      const [name] = classesOf(node)
      const style =
        name === 'standfirst' ? 'Subtitle' : name === 'kicker' ? 'Kicker' : setting.style
      return [paragraph(node.children, style === undefined ? setting : { ...setting, style }, work)]
    }
    case 'section':
      // Footnotes are the document's own.
      return classesOf(node).includes('notes') ? [] : flow(node.children, setting, work)
    default:
      return flow(node.children, setting, work)
  }
}

function footnotesOf(article: Element, work: Work): Record<string, { children: Paragraph[] }> {
  const section = elementsIn(article).find((each) => classesOf(each).includes('notes'))
  const items = section ? elementsIn(find(section, 'ol') ?? section) : []
  return Object.fromEntries(
    items.map((item, index) => {
      const made = flow(item.children, {}, work).filter((each) => each instanceof Paragraph)
      return [String(index + 1), { children: made }]
    }),
  )
}

const BULLETS = ['•', '◦', '▪']

function levels(format: (typeof LevelFormat)[keyof typeof LevelFormat], start: number) {
  return Array.from({ length: 9 }, (_, level) => ({
    level,
    format,
    start,
    text: format === LevelFormat.BULLET ? (BULLETS[level % 3] ?? '•') : `%${level + 1}.`,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 540 * (level + 1), hanging: 270 } } },
  }))
}

/** The article as a Word document, with real headings, captions, lists, tables and footnotes. */
export async function toDocx(
  content: ArticleContent,
  readAsset: (path: string) => Promise<Asset | null>,
  untitled?: string,
): Promise<{ readonly bytes: Uint8Array; readonly problems: readonly string[] }> {
  const tree = renderArticle(content)
  const pictures = new Map<string, Asset>()
  const problems: string[] = []
  for (const address of relativePictures(tree)) {
    const asset = isRelative(address) ? await readAsset(pathOfPicture(address)) : null
    if (asset === null) problems.push(`The picture “${pathOfPicture(address)}” was not found.`)
    else if (PICTURE_KINDS[asset.type] === undefined) {
      problems.push(`Word does not take “${pathOfPicture(address)}”: its description stands there.`)
    } else pictures.set(address, asset)
  }
  const [article] = tree.children
  const work: Work = { pictures, lists: [] }
  const root: Element =
    article?.type === 'element'
      ? article
      : { type: 'element', tagName: 'article', properties: {}, children: [] }
  const children = flow(root.children, {}, work)
  const footnotes = footnotesOf(root, work)
  const { meta } = content
  const document = new Document({
    title: plain(titleOf(content, untitled)),
    description: plain(meta.description || meta.standfirst),
    creator: plain(meta.authors.join(', ')) || 'Galley',
    keywords: plain(meta.tags.join(', ')),
    footnotes,
    numbering: {
      config: [
        { reference: 'bullets', levels: levels(LevelFormat.BULLET, 1) },
        ...work.lists.map(({ reference, start }) => ({
          reference,
          levels: levels(LevelFormat.DECIMAL, start),
        })),
      ],
    },
    styles: {
      paragraphStyles: [
        {
          id: 'Quote',
          name: 'Quote',
          basedOn: 'Normal',
          run: { italics: true },
          paragraph: { indent: { left: 540, right: 540 }, spacing: { before: 120, after: 120 } },
        },
        {
          id: 'Caption',
          name: 'caption',
          basedOn: 'Normal',
          run: { size: 18, color: '555555' },
          paragraph: { spacing: { after: 240 } },
        },
        {
          id: 'Subtitle',
          name: 'Subtitle',
          basedOn: 'Normal',
          run: { size: 28, color: '444444' },
          paragraph: { spacing: { after: 200 } },
        },
        { id: 'Kicker', name: 'Kicker', basedOn: 'Normal', run: { bold: true, size: 18 } },
        {
          id: 'Code',
          name: 'Code',
          basedOn: 'Normal',
          run: { font: 'Courier New', size: 18 },
          paragraph: {
            spacing: { after: 0 },
            border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: 'CCCCCC' } },
          },
        },
      ],
      default: { document: { paragraph: { spacing: { after: 160, line: 300 } } } },
    },
    sections: [{ children }],
  })
  const base64 = await Packer.toBase64String(document)
  return { bytes: fromBase64(base64) ?? new Uint8Array(), problems }
}
