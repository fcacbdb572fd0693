import * as v from 'valibot'
import { cardToHtml, escapeHtml } from './ghostCards'

const Document = v.object({
  markups: v.optional(v.array(v.array(v.unknown())), []),
  atoms: v.optional(v.array(v.array(v.unknown())), []),
  cards: v.optional(v.array(v.array(v.unknown())), []),
  sections: v.array(v.array(v.unknown())),
})

type Document = v.InferOutput<typeof Document>

/** Kinds of sections and markers, as the format numbers them. */
const [TEXT, IMAGE, LIST, CARD] = [1, 2, 3, 10]
const ATOM = 1
const MARKS = new Set(['a', 'b', 'strong', 'i', 'em', 'code', 's', 'del', 'sub', 'sup'])
const SECTIONS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'aside'])

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function opening(markup: readonly unknown[]): { readonly tag: string; readonly html: string } {
  const tag = String(markup[0]).toLowerCase()
  if (!MARKS.has(tag)) return { tag: '', html: '' }
  if (tag !== 'a') return { tag, html: `<${tag}>` }
  const attributes = listOf(markup[1]).map(String)
  const at = attributes.indexOf('href')
  return { tag, html: `<a href="${escapeHtml(at < 0 ? '' : (attributes[at + 1] ?? ''))}">` }
}

/** Words between marks that open and close anywhere, as the format has them. */
function markers(value: unknown, { markups, atoms }: Document): string {
  const open: string[] = []
  let html = ''
  for (const marker of listOf(value)) {
    const [kind, opens, closes, content] = listOf(marker)
    for (const index of listOf(opens)) {
      const { tag, html: start } = opening(markups[Number(index)] ?? [])
      open.push(tag)
      html += start
    }
    const atom = kind === ATOM ? listOf(atoms[Number(content)]) : null
    if (atom === null) html += escapeHtml(String(content ?? ''))
    else html += atom[0] === 'soft-return' ? '<br>' : escapeHtml(String(atom[1] ?? ''))
    for (let count = Math.min(Number(closes) || 0, open.length); count > 0; count--) {
      const tag = open.pop() ?? ''
      if (tag !== '') html += `</${tag}>`
    }
  }
  return (
    html +
    open
      .reverse()
      .map((tag) => (tag === '' ? '' : `</${tag}>`))
      .join('')
  )
}

function section(value: readonly unknown[], document: Document): string {
  switch (value[0]) {
    case TEXT: {
      const tag = String(value[1]).toLowerCase()
      const words = markers(value[2], document)
      if (tag === 'blockquote' || tag === 'aside') return `<blockquote><p>${words}</p></blockquote>`
      return SECTIONS.has(tag) ? `<${tag}>${words}</${tag}>` : `<p>${words}</p>`
    }
    case IMAGE:
      return cardToHtml({ name: 'image', payload: { src: String(value[1] ?? '') } }) ?? ''
    case LIST: {
      const tag = value[1] === 'ol' ? 'ol' : 'ul'
      const items = listOf(value[2]).map((item) => `<li>${markers(item, document)}</li>`)
      return `<${tag}>${items.join('')}</${tag}>`
    }
    case CARD: {
      const [name, payload] = document.cards[Number(value[1])] ?? []
      const known = v.safeParse(v.record(v.string(), v.unknown()), payload)
      return cardToHtml({ name: String(name), payload: known.success ? known.output : {} }) ?? ''
    }
    default:
      return ''
  }
}

/** The HTML of what Ghost's editor kept before 2023; null where it is something else. */
export function ghostMobiledocToHtml(json: unknown): string | null {
  const parsed = v.safeParse(Document, json)
  if (!parsed.success) return null
  return parsed.output.sections.map((each) => section(each, parsed.output)).join('\n')
}
