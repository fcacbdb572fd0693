import type { BlockContent, List, ListItem, PhrasingContent, RootContent } from 'mdast'
import { writeCaption } from '../../features/figure'
import type { Piece, ListItem as PlainItem } from '../../text/structure'
import { writeMarkdown } from '../markdown/write'

/** A structured text as the parts of an article. */
export interface StructuredText {
  readonly title: string
  readonly standfirst: string
  readonly byline: string
  readonly markdown: string
  /** What of the page around the article was set aside. */
  readonly setAside: readonly string[]
}

function paragraph(...children: readonly PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children: [...children] }
}

function text(value: string): PhrasingContent {
  return { type: 'text', value }
}

function list(items: readonly PlainItem[], ordered: boolean): List {
  const root: List = { type: 'list', ordered, spread: false, children: [] }
  const open: List[] = [root]
  for (const { text: words, depth } of items) {
    const wanted = Math.min(depth, open.length)
    open.length = Math.max(1, Math.min(open.length, wanted + 1))
    if (wanted >= open.length) {
      const parent = open.at(-1)?.children.at(-1)
      if (parent !== undefined) {
        const inner: List = { type: 'list', ordered, spread: false, children: [] }
        parent.children.push(inner)
        open.push(inner)
      }
    }
    const item: ListItem = { type: 'listItem', spread: false, children: [] }
    item.children.push({ type: 'paragraph', children: [text(words)] })
    open.at(-1)?.children.push(item)
  }
  return root
}

/** In characters; the pattern for a credit at its end is for short texts. */
const LONGEST_CAPTION = 1_000
const CREDITED = /^(.*?)\s*[([|–-]\s*((?:photo|image|picture|illustration|credit)[^()[\]]*)[)\]]?$/i

/** A picture whose file is still to come: the caption stands ready under its place. */
function figure(alt: string, words: string): BlockContent {
  const labelled = words.replace(/^(?:image|picture|caption)\s*:\s*/i, '')
  const [, caption = labelled, credit = ''] =
    (labelled.length > LONGEST_CAPTION ? null : CREDITED.exec(labelled)) ?? []
  const title = writeCaption({ caption, credit })
  return paragraph({ type: 'image', url: '', alt, title })
}

function blocksOf(piece: Piece): readonly RootContent[] {
  switch (piece.kind) {
    case 'headline':
    case 'standfirst':
    case 'byline':
    case 'furniture':
      return []
    case 'caption':
      return [figure(piece.alt, piece.caption)]
    case 'lead': {
      const subject = piece.text.slice(0, piece.subject.length + 1)
      return [
        paragraph(
          { type: 'strong', children: [text(subject)] },
          text(piece.text.slice(subject.length)),
        ),
      ]
    }
    case 'heading':
      return [{ type: 'heading', depth: 2, children: [text(piece.text)] }]
    case 'list':
      return [list(piece.items, piece.ordered)]
    case 'quotation': {
      const children = piece.paragraphs.map((words) => paragraph(text(words)))
      return [{ type: 'blockquote', children }]
    }
    case 'paragraph':
      return [paragraph(text(piece.text))]
  }
}

/** Makes the parts of an article from the pieces of a plain text. */
export function structuredText(pieces: readonly Piece[]): StructuredText {
  const first = <K extends Piece['kind']>(kind: K) =>
    pieces.find((piece): piece is Extract<Piece, { kind: K }> => piece.kind === kind)
  return {
    title: first('headline')?.text ?? '',
    standfirst: first('standfirst')?.text ?? '',
    byline: first('byline')?.name ?? '',
    markdown: writeMarkdown(pieces.flatMap(blocksOf)),
    setAside: pieces.flatMap((piece) => (piece.kind === 'furniture' ? piece.lines : [])),
  }
}
