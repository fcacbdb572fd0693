import type { Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { setFields } from '../../article'
import type { Saved } from '../../domain/documentReading'
import { type Reviewer, withReviewer } from '../../review'
import { trailingFurniture } from '../../text/structure'
import { type CarriedPicture, type Counts, convertHtml, countsInWords } from '../fromHtml'
import { parseMarkdown } from '../markdown/parse'
import { writeMarkdown } from '../markdown/write'

/** Front matter of an imported article; an empty value is left out. */
export interface ImportedFields {
  readonly title: string
  readonly standfirst?: string
  readonly authors?: readonly string[]
  readonly date?: string
  readonly slug?: string
  readonly section?: string
  readonly tags?: readonly string[]
  readonly status?: string
  readonly lang?: string
  /** Address of the lead picture. */
  readonly image?: string
}

/** One article that an import made, before anything is written. */
export interface Imported {
  readonly fields: ImportedFields
  /** Markdown without front matter; a carried picture has its `name` as address. */
  readonly body: string
  readonly pictures: readonly CarriedPicture[]
  readonly kept: Counts<string>
  readonly dropped: Counts<string>
  /** Sentences about what could not be done. */
  readonly notes: readonly string[]
  /** Who took part in the review that the body holds. */
  readonly reviewers?: readonly Reviewer[]
  /** Who saved it last and when, as far as it says. */
  readonly saved?: Saved
}

/** The whole text of the article's file. */
export function fileText({
  fields,
  body,
  reviewers = [],
}: Pick<Imported, 'fields' | 'body' | 'reviewers'>): string {
  const list = (values: readonly string[] | undefined): string | readonly string[] =>
    values === undefined ? '' : values.length === 1 ? (values[0] ?? '') : values
  const frontMatter = setFields('', {
    title: fields.title,
    standfirst: fields.standfirst ?? '',
    author: list(fields.authors),
    date: fields.date ?? '',
    slug: fields.slug ?? '',
    section: fields.section ?? '',
    tags: fields.tags ?? '',
    status: fields.status ?? '',
    lang: fields.lang ?? '',
    image: fields.image ?? '',
  })
  return `${reviewers.reduce(withReviewer, frontMatter)}${body.trim()}\n`
}

/** What an import came to, in lines for a person. */
export function reportLines({ kept, dropped, notes }: Imported): readonly string[] {
  const [taken, left] = [countsInWords(kept), countsInWords(dropped)]
  return [
    ...(taken === '' ? [] : [`Kept: ${taken}.`]),
    ...(left === '' ? [] : [`Left out: ${left}.`]),
    ...notes,
  ]
}

function isTitle(node: RootContent | undefined, title: string): boolean {
  if (node?.type !== 'heading') return false
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  return title === '' ? node.depth === 1 : plain(textOf(node)) === plain(title)
}

/** Sections start at level 2 in an article whose headline is a field of its own. */
function demote(nodes: readonly RootContent[]): void {
  if (!nodes.some((node) => node.type === 'heading' && node.depth === 1)) return
  for (const node of nodes) {
    if (node.type === 'heading') node.depth = Math.min(6, node.depth + 1) as 2 | 3 | 4 | 5 | 6
  }
}

interface Head {
  readonly title: string
  readonly body: string
  /** Whether the body's first heading was the headline. */
  readonly hasHeadline: boolean
  /** What stood under the article on its page. */
  readonly furniture: readonly string[]
}

/** Takes the headline out of a body, and what a page hangs under its article. */
export function takeHead(markdown: string, knownTitle: string): Head {
  const tree: Root = parseMarkdown(markdown)
  const [first] = tree.children
  const ownTitle = isTitle(first, knownTitle) ? textOf(first) : ''
  const rest = ownTitle === '' ? tree.children : tree.children.slice(1)
  const notes = rest.filter((node) => node.type === 'footnoteDefinition')
  const blocks = rest.filter((node) => node.type !== 'footnoteDefinition')
  const cut = trailingFurniture(blocks.map((node) => textOf(node)))
  demote(blocks)
  return {
    title: knownTitle || ownTitle,
    hasHeadline: ownTitle !== '',
    body: writeMarkdown([...blocks.slice(0, cut), ...notes]),
    furniture: blocks.slice(cut).map((node) => textOf(node)),
  }
}

/** Says which words were taken for the page's, so that a wrong guess can be put right. */
export function setAside(lines: readonly string[]): readonly string[] {
  const shown = lines.map((line) => `“${line.length > 80 ? `${line.slice(0, 79)}…` : line}”`)
  return shown.length > 0 ? [`Set aside: ${shown.join(', ')}.`] : []
}

/** The headline is a field of its own, and no heading any more. */
function withHeadline({ heading = 0, ...others }: Counts<string>): Counts<string> {
  return { headline: 1, heading: heading - 1, ...others }
}

/** Makes an article of HTML whose front matter is known. */
export function importHtml(html: string, fields: ImportedFields): Imported {
  const converted = convertHtml(html)
  if (converted === null) {
    const notes = ['Its HTML is nested deeper than any program writes, so that it was not read.']
    return { fields, body: '', pictures: [], kept: {}, dropped: {}, notes }
  }
  const head = takeHead(converted.markdown, fields.title)
  const dropped =
    head.furniture.length > 0
      ? {
          ...converted.dropped,
          'page furniture': head.furniture.length + (converted.dropped['page furniture'] ?? 0),
        }
      : converted.dropped
  return {
    fields: { ...fields, title: head.title },
    body: head.body,
    pictures: converted.pictures,
    kept: head.hasHeadline ? withHeadline(converted.kept) : converted.kept,
    dropped,
    notes: setAside(head.furniture),
  }
}
