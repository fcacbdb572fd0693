import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  ImageRun,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { Element, ElementContent } from 'hast'
import { fromBase64 } from '../../../domain/base64'
import { isChangeElement } from '../../compare/words'
import { isExternal } from '../../html/addresses'
import type { Asset } from '../../html/pictures'
import { imageSize } from '../imageSize'
import { classesOf } from '../shapes/tree'
import {
  type Threads,
  type Track,
  type Tracking,
  trackedRuns,
  trackedText,
  trackOf,
} from './review'

type Marks = Pick<
  IRunOptions,
  'bold' | 'italics' | 'strike' | 'superScript' | 'subScript' | 'style' | 'font'
>

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

/** Widest picture, in pixels of a page with its margins. */
const MOST_WIDTH = 600
/** The pictures that Word takes. */
export const PICTURE_KINDS: Readonly<Record<string, 'png' | 'jpg' | 'gif'>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
}

/** XML holds no control characters, and Word refuses the file that has one. */
export function plain(text: string): string {
  return text.replace(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
}

/** What all of a document is made with. */
export interface Work {
  readonly pictures: ReadonlyMap<string, Asset>
  /** Number of the next list: each counts from its own start. */
  readonly lists: { reference: string; start: number }[]
  readonly tracking: Tracking
  readonly threads: Threads | null
}

/** Words with their marks, as a paragraph holds them; all of them changed when a `track` is given. */
export function runs(
  nodes: readonly ElementContent[],
  marks: Marks,
  work: Work,
  track?: Track,
): ParagraphChild[] {
  return nodes.flatMap((node): readonly ParagraphChild[] => {
    if (node.type === 'text') return words(node.value, marks, work, track)
    return node.type === 'element' ? elementRuns(node, marks, work, track) : []
  })
}

function words(value: string, marks: Marks, work: Work, track?: Track): readonly ParagraphChild[] {
  const text = plain(value.replace(/\s+/g, ' '))
  if (text === '') return []
  if (track) return [trackedText(text, marks, track, work.tracking)]
  return [new TextRun({ ...marks, text })]
}

function elementRuns(
  node: Element,
  marks: Marks,
  work: Work,
  track?: Track,
): readonly ParagraphChild[] {
  const thread = work.threads?.markOf(node)
  if (thread) return thread
  const change = isChangeElement(node) ? trackOf(node) : undefined
  if (change && track?.kind === 'insertion' && change.kind === 'deletion') {
    // What someone put in and someone else takes out is both, the one around the other.
    return [trackedRuns(runs(node.children, marks, work, change), track, work.tracking)]
  }
  if (change) return runs(node.children, marks, work, change)
  const atom = atomRuns(node, marks, work)
  if (atom) return track && atom.length > 0 ? [trackedRuns(atom, track, work.tracking)] : atom
  const { tagName, properties } = node
  const href = String(properties.href ?? '')
  if (tagName === 'a' && (isExternal(href) || href.startsWith('mailto:'))) {
    const children = runs(node.children, { ...marks, style: 'Hyperlink' }, work, track)
    return [new ExternalHyperlink({ link: href, children })]
  }
  // A note's reference is raised by itself.
  const own = classesOf(node).includes('noteref') ? {} : MARKS[tagName]
  return runs(node.children, { ...marks, ...own }, work, track)
}

/** What holds no words: null for everything else. */
function atomRuns(node: Element, marks: Marks, work: Work): readonly ParagraphChild[] | null {
  const { tagName, properties } = node
  if (tagName === 'br') return [new TextRun({ ...marks, break: 1 })]
  if (tagName === 'img') return picture(node, work)
  if (properties.role === 'doc-backlink') return []
  if (properties.role !== 'doc-noteref') return null
  if (properties.dataNote !== undefined) {
    return [new FootnoteReferenceRun(GONE_NOTES + Number(properties.dataNote))]
  }
  const number = /^#fn-(\d+)$/.exec(String(properties.href ?? ''))?.[1]
  return number === undefined ? null : [new FootnoteReferenceRun(Number(number))]
}

/** Notes that only the text before the review has are numbered from here on. */
export const GONE_NOTES = 1_000

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
