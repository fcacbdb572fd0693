import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { readingOf } from '../../../../shared/document/importing/docx/readings'
import { changesIn, commentsIn, placesIn } from '../../../../shared/document/importing/docx/review'
import { savedIn } from '../../../../shared/document/importing/docx/saved'
import {
  parseXml,
  rootOf,
  writeXml,
  type XmlElement,
} from '../../../../shared/document/importing/docx/xml'

import type {
  DocumentReading,
  DocumentReview,
  TrackedChange,
} from '../../../../shared/domain/documentReading'

/** Word's styles that mean something, by their names in every language version of the file format. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p.standfirst:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='caption'] => p.image-caption:fresh",
  "p[style-name='Caption'] => p.image-caption:fresh",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  'strike => s',
]

/** More people than this are read as the last of them: each costs a reading of the whole document. */
const MAX_AUTHORS = 8
/** The parts of a document that hold its words. */
const PARTS = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml']
/** The part that says who saved it last. */
const PROPERTIES = 'docProps/core.xml'
/** What in a part says that it holds tracked changes. */
const TRACKED = /<w:(?:ins|del|moveFrom|moveTo|[rp]PrChange)\b/

async function htmlOf(bytes: Uint8Array): Promise<string> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      styleMap: STYLES,
      // A document may name any file of this machine as its picture.
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async (image) => ({
        src: `data:${image.contentType};base64,${await image.readAsBase64String()}`,
      })),
    },
  )
  return value
}

type Files = Record<string, Uint8Array>

function partIn(files: Files, name: string): XmlElement | undefined {
  const bytes = files[name]
  return bytes && rootOf(parseXml(strFromU8(bytes)))
}

/** Reads a Word document; what was tracked and said in it is its review. */
export async function readDocument(bytes: Uint8Array): Promise<DocumentReading> {
  const names = [...PARTS, 'word/comments.xml', 'word/commentsExtended.xml', PROPERTIES]
  const wanted = unzipSync(bytes, { filter: ({ name }) => names.includes(name) })
  const isTracked = PARTS.some((name) => TRACKED.test(strFromU8(wanted[name] ?? new Uint8Array())))
  const comments = partIn(wanted, 'word/comments.xml')
  const said = comments ? commentsIn(comments, partIn(wanted, 'word/commentsExtended.xml')) : []
  if (!isTracked && said.length === 0) {
    const properties = wanted[PROPERTIES]
    const saved = properties ? { saved: savedIn(strFromU8(properties)) } : {}
    return { html: await htmlOf(bytes), ...saved }
  }
  const parts = new Map(
    PARTS.flatMap((name) => {
      const part = partIn(wanted, name)
      return part ? [[name, part] as const] : []
    }),
  )
  const changes = [...parts.values()].flatMap(changesIn)
  return readReviewed(bytes, parts, changes, said)
}

async function readReviewed(
  bytes: Uint8Array,
  parts: ReadonlyMap<string, XmlElement>,
  changes: readonly TrackedChange[],
  comments: DocumentReview['comments'],
): Promise<DocumentReading> {
  const files = unzipSync(bytes)
  const authors = [...new Set(changes.map(({ author }) => author))]
  const readings = (made: ReadonlySet<string>): ReadonlyMap<string, XmlElement> =>
    new Map([...parts].map(([name, part]) => [name, readingOf(part, (author) => made.has(author))]))
  const read = (made: ReadonlyMap<string, XmlElement>): Promise<string> => {
    const own = Object.fromEntries([...made].map(([name, part]) => [name, strToU8(writeXml(part))]))
    return htmlOf(zipSync({ ...files, ...own }, { level: 0 }))
  }
  const original = await read(readings(new Set()))
  const layers: { author: string; html: string }[] = []
  const made = new Set<string>()
  for (const [index, author] of authors.entries()) {
    made.add(author)
    const isLast = index === authors.length - 1
    if (index >= MAX_AUTHORS - 1 && !isLast) continue
    layers.push({ author, html: await read(readings(made)) })
  }
  const accepted = readings(new Set(authors))
  const main = accepted.get('word/document.xml')
  const { text, places } = main ? placesIn(main) : { text: '', places: new Map() }
  return {
    html: layers.at(-1)?.html ?? original,
    review: {
      original,
      layers,
      changes,
      comments,
      words: text,
      places: [...places].map(([id, place]) => ({ id, ...place })),
    },
  }
}
