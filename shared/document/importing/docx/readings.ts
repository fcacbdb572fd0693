import { attributeOf, childNamed, elementsIn, type XmlElement, type XmlNode } from './xml'

/** Whether a tracked change is made in the reading; not made, it is as if nobody had wanted it. */
export type IsMade = (author: string) => boolean

/** Elements of a document that put something in, and those that take something out. */
const PUTS_IN = new Set(['w:ins', 'w:moveTo'])
const TAKES_OUT = new Set(['w:del', 'w:moveFrom'])
const KEPT_NAMES: Readonly<Record<string, string>> = {
  'w:delText': 'w:t',
  'w:delInstrText': 'w:instrText',
}
const COMMENT_MARKS = new Set(['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference'])
/** How something was formatted before; the old state is in it. */
const FORMAT_CHANGES = new Set(['w:rPrChange', 'w:pPrChange', 'w:tblPrChange', 'w:tcPrChange'])

export function authorOf(change: XmlElement): string {
  return attributeOf(change, 'w:author')?.trim() || 'Unknown'
}

export function isTracked({ name }: XmlElement): boolean {
  return PUTS_IN.has(name) || TAKES_OUT.has(name)
}

/** A part of a document as it reads with some of its tracked changes made and the others undone. */
export function readingOf(part: XmlElement, isMade: IsMade): XmlElement {
  return withoutTracks({ ...part, children: joinParagraphs(read(part.children, isMade), isMade) })
}

/** What is left of tracked changes has been obeyed; a reader that knows them must not do it again. */
function withoutTracks(node: XmlElement): XmlElement {
  const children = node.children.flatMap((child): XmlNode[] => {
    if (child.type !== 'element') return [child]
    return isTracked(child) ? [] : [withoutTracks(child)]
  })
  return { ...node, children }
}

function read(nodes: readonly XmlNode[], isMade: IsMade): XmlNode[] {
  return nodes.flatMap((node): XmlNode[] => {
    if (node.type !== 'element') return [node]
    if (isTracked(node)) {
      // Without content it stands for a paragraph's end, which is dealt with by the paragraph.
      if (node.children.length === 0) return [node]
      const inside = read(node.children, isMade)
      return isShown(node, isMade) ? inside : commentMarksIn(inside)
    }
    if (node.name === 'w:tr' && !isRowShown(node, isMade)) return []
    const made: XmlElement = {
      ...node,
      name: KEPT_NAMES[node.name] ?? node.name,
      children: joinParagraphs(read(formatted(node, isMade), isMade), isMade),
    }
    if (made.name === 'w:tbl' && !childNamed(made, 'w:tr')) return []
    // A cell without a paragraph is no cell.
    if (made.name === 'w:tc' && !childNamed(made, 'w:p')) made.children.push(emptyParagraph())
    return [made]
  })
}

function emptyParagraph(): XmlElement {
  return { type: 'element', name: 'w:p', attributes: {}, children: [] }
}

function isShown(change: XmlElement, isMade: IsMade): boolean {
  return PUTS_IN.has(change.name) === isMade(authorOf(change))
}

/** What was said about words stays when the words go. */
function commentMarksIn(nodes: readonly XmlNode[]): XmlNode[] {
  return nodes.flatMap((node): XmlNode[] => {
    if (node.type !== 'element') return []
    return COMMENT_MARKS.has(node.name) ? [node] : commentMarksIn(node.children)
  })
}

function isRowShown(row: XmlElement, isMade: IsMade): boolean {
  const properties = childNamed(row, 'w:trPr')
  return (properties ? elementsIn(properties) : [])
    .filter(isTracked)
    .every((change) => isShown(change, isMade))
}

/** The old formatting in place of the new one where that is not made. */
function formatted(node: XmlElement, isMade: IsMade): readonly XmlNode[] {
  const change = elementsIn(node).find(({ name }) => FORMAT_CHANGES.has(name))
  if (!change) return node.children
  const others = node.children.filter((child) => child !== change)
  if (isMade(authorOf(change))) return others
  const [old] = elementsIn(change)
  // Of the new ones those stay that are no formatting: a paragraph's end, the section's page.
  const kept = others.filter(
    (child) =>
      child.type === 'element' && (isTracked(child) || /^w:(?:rPr|sectPr)$/.test(child.name)),
  )
  return [...(old?.children ?? []), ...kept]
}

/** A paragraph whose end is gone runs on into the next one, which lends it its form. */
function joinParagraphs(nodes: readonly XmlNode[], isMade: IsMade): XmlNode[] {
  const joined: XmlNode[] = []
  let waiting: XmlElement[] = []
  const settle = (): void => {
    const whole = waiting
    waiting = []
    const [first] = whole
    if (!first) return
    const content = whole.flatMap(contentOf)
    if (content.some(isSeen))
      joined.push({ ...first, children: [...propertiesOf(first), ...content] })
    else joined.push(...commentMarksIn(content))
  }
  for (const node of nodes) {
    if (node.type !== 'element' || node.name !== 'w:p') {
      if (node.type === 'element' && /^w:(?:tbl|sectPr|sdt)$/.test(node.name)) settle()
      joined.push(node)
      continue
    }
    if (isEndGone(node, isMade)) {
      waiting.push(node)
      continue
    }
    const before = waiting.flatMap(contentOf)
    waiting = []
    const children = [...propertiesOf(node), ...before, ...contentOf(node)]
    joined.push(before.length === 0 ? node : { ...node, children })
  }
  settle()
  return joined
}

function isEndGone(paragraph: XmlElement, isMade: IsMade): boolean {
  const properties = childNamed(paragraph, 'w:pPr')
  const mark = properties && childNamed(properties, 'w:rPr')
  return (mark ? elementsIn(mark) : []).some(
    (change) => isTracked(change) && !isShown(change, isMade),
  )
}

function propertiesOf(paragraph: XmlElement): readonly XmlNode[] {
  return paragraph.children.filter((node) => node.type === 'element' && node.name === 'w:pPr')
}

function contentOf(paragraph: XmlElement): readonly XmlNode[] {
  return paragraph.children.filter((node) => node.type !== 'element' || node.name !== 'w:pPr')
}

function isSeen(node: XmlNode): boolean {
  if (node.type !== 'element') return false
  if (/^w:(?:t|drawing|pict|object|footnoteReference|endnoteReference|sym)$/.test(node.name)) {
    return node.name !== 'w:t' || node.children.length > 0
  }
  return node.children.some(isSeen)
}
