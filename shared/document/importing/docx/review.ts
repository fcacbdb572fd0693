import type { CommentPlace, DocumentComment, TrackedChange } from '../../../domain/documentReading'
import { authorOf, isTracked } from './readings'
import { attributeOf, childNamed, elementsIn, type XmlElement, type XmlNode } from './xml'

/** The tracked changes of a part, in its order. */
export function changesIn(part: XmlElement): readonly TrackedChange[] {
  const found: TrackedChange[] = []
  const walk = (node: XmlElement): void => {
    const isChange = isTracked(node) || /^w:[rp]PrChange$/.test(node.name)
    if (isChange) {
      const date = attributeOf(node, 'w:date') ?? ''
      found.push({ author: authorOf(node), date, text: wordsOf(node.children) })
    }
    elementsIn(node).forEach(walk)
  }
  walk(part)
  return found
}

function wordsOf(nodes: readonly XmlNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text' || node.type === 'cdata') return node.value
      if (node.type !== 'element') return ''
      if (/^w:(?:tab|br|cr)$/.test(node.name)) return ' '
      if (/^w:(?:t|delText)$/.test(node.name)) return wordsOf(node.children)
      return wordsOf(node.children.filter((child) => child.type === 'element'))
    })
    .join('')
}

/** The words of a part, and where its comments stand in them. */
export function placesIn(part: XmlElement): {
  readonly text: string
  readonly places: ReadonlyMap<string, CommentPlace>
} {
  const starts = new Map<string, number>()
  const places = new Map<string, CommentPlace>()
  let text = ''
  const walk = (node: XmlElement): void => {
    const id = attributeOf(node, 'w:id') ?? ''
    switch (node.name) {
      case 'w:t':
        text += wordsOf(node.children)
        return
      case 'w:tab':
      case 'w:br':
      case 'w:cr':
        text += ' '
        return
      case 'w:commentRangeStart':
        starts.set(id, text.length)
        return
      case 'w:commentRangeEnd':
        places.set(id, { start: starts.get(id) ?? text.length, end: text.length })
        return
      case 'w:commentReference':
        if (!places.has(id)) places.set(id, { start: text.length, end: text.length })
        return
      default:
        elementsIn(node).forEach(walk)
        if (node.name === 'w:p') text += '\n'
    }
  }
  walk(part)
  return { text, places }
}

/** The comments of a document; `extended` is the part that says which answers which. */
export function commentsIn(
  comments: XmlElement,
  extended: XmlElement | undefined,
): readonly DocumentComment[] {
  const threads = new Map(
    (extended ? elementsIn(extended) : []).map((entry) => [
      attributeOf(entry, 'w15:paraId'),
      {
        parent: attributeOf(entry, 'w15:paraIdParent'),
        isResolved: /^(?:1|true|on)$/.test(attributeOf(entry, 'w15:done') ?? ''),
      },
    ]),
  )
  const found = elementsIn(comments)
    .filter(({ name }) => name === 'w:comment')
    .map((node) => {
      const paragraphs = elementsIn(node).filter(({ name }) => name === 'w:p')
      const last = paragraphs.at(-1)
      return {
        id: attributeOf(node, 'w:id') ?? '',
        author: authorOf(node),
        date: attributeOf(node, 'w:date') ?? '',
        text: paragraphs
          .map((each) => wordsOf([each]).trim())
          .join(' ')
          .trim(),
        paragraph: last && attributeOf(last, 'w14:paraId'),
      }
    })
  const byParagraph = new Map(found.map(({ id, paragraph }) => [paragraph, id]))
  return found.map(({ paragraph, ...comment }) => {
    const thread = paragraph === undefined ? undefined : threads.get(paragraph)
    const answers = thread?.parent === undefined ? undefined : byParagraph.get(thread.parent)
    return {
      ...comment,
      ...(answers === undefined ? {} : { answers }),
      isResolved: thread?.isResolved ?? false,
    }
  })
}

/** The part of a document that holds its words; a part without one holds none. */
export function bodyOf(part: XmlElement): XmlElement {
  return childNamed(part, 'w:body') ?? part
}
