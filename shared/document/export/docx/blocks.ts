import {
  AlignmentType,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx'
import type { Element, ElementContent } from 'hast'
import { addressLink, classesOf, elementsIn, embedIn, find } from '../shapes/tree'
import { codeRuns, linesIn } from './code'
import { trackOf } from './review'
import { GONE_NOTES, runs, type Work } from './runs'

type Blocks = (Paragraph | Table)[]

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const

/** Where a paragraph stands: in a list, in a quotation, under a picture. */
type Setting = Pick<IParagraphOptions, 'style' | 'numbering' | 'alignment' | 'run' | 'keepNext'>

const BLOCKS = new Set([
  ...[
    'p',
    'ul',
    'ol',
    'blockquote',
    'pre',
    'table',
    'figure',
    'hr',
    'div',
    'section',
    'details',
    'aside',
  ],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'summary', 'dl', 'dt', 'dd'],
])

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
export function flow(nodes: readonly ElementContent[], setting: Setting, work: Work): Blocks {
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
    flow(
      item.children,
      {
        ...settingOf(item, setting, work),
        numbering: { reference, level: Math.min(level, 8) },
      },
      work,
    ),
  )
}

/** A block that came or went takes its paragraph's end along. */
function settingOf(node: Element, setting: Setting, work: Work): Setting {
  const track = trackOf(node)
  return track ? { ...setting, run: { [track.kind]: work.tracking.next(track) } } : setting
}

function alignmentOf(cell: Element): (typeof AlignmentType)[keyof typeof AlignmentType] {
  const classes = classesOf(cell)
  if (classes.includes('align-right')) return AlignmentType.RIGHT
  return classes.includes('align-center') ? AlignmentType.CENTER : AlignmentType.LEFT
}

function table(node: Element, work: Work): Table {
  const rows: Element[] = []
  const walk = (each: Element): void => {
    if (each.tagName === 'tr') rows.push(each)
    else elementsIn(each).forEach(walk)
  }
  walk(node)
  const whole = trackOf(node)
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((row) => {
      const cells = elementsIn(row)
      const track = trackOf(row) ?? whole
      return new TableRow({
        ...(track ? { [track.kind]: work.tracking.next(track) } : {}),
        // The row says so or says nothing: some readers take a “no” for a “yes”.
        ...(cells.every(({ tagName }) => tagName === 'th') ? { tableHeader: true } : {}),
        children: cells.map(
          (cell) =>
            new TableCell({
              children: [
                new Paragraph({
                  alignment: alignmentOf(cell),
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
      return [paragraph(child.children, settingOf(child, { ...setting, style }, work), work)]
    }
    if (isBlock(child)) return block(child, setting, work)
    // A picture and what is said of it stay on one page.
    const keepNext = find(node, 'figcaption') !== undefined
    return [paragraph([child], { ...setting, keepNext }, work)]
  })
}

function block(node: Element, around: Setting, work: Work): Blocks {
  const { tagName } = node
  const setting = settingOf(node, around, work)
  const level = /^h([1-6])$/.exec(tagName)?.[1]
  if (level !== undefined) {
    const heading = HEADINGS[Number(level) - 1] ?? HeadingLevel.HEADING_6
    const { run } = setting
    return [
      new Paragraph({
        ...(run ? { run } : {}),
        heading,
        children: runs(trimmed(node.children), {}, work),
      }),
    ]
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
      return linesIn(node.children).map(
        (line) => new Paragraph({ ...setting, style: 'Code', children: codeRuns(line, work) }),
      )
    case 'hr': {
      const { run } = setting
      const track = trackOf(node)
      const stars: readonly ElementContent[] = [{ type: 'text', value: '* * *' }]
      return [
        new Paragraph({
          ...(run ? { run } : {}),
          alignment: AlignmentType.CENTER,
          children: runs(stars, {}, work, track),
        }),
      ]
    }
    case 'p': {
      const address = embedIn(node)
      if (address !== null) return [paragraph([addressLink(address)], setting, work)]
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

/** The article's notes by their numbers. */
export function footnotesOf(
  article: Element,
  work: Work,
): Record<string, { children: Paragraph[] }> {
  const section = elementsIn(article).find((each) => classesOf(each).includes('notes'))
  const items = section ? elementsIn(find(section, 'ol') ?? section) : []
  return Object.fromEntries(
    items.map((item) => {
      const made = flow(item.children, settingOf(item, {}, work), work)
      const number = /^fn-(\d+)$/.exec(String(item.properties.id ?? ''))?.[1]
      const id = number ?? String(GONE_NOTES + Number(item.properties.dataNote))
      return [id, { children: made.filter((each) => each instanceof Paragraph) }]
    }),
  )
}
