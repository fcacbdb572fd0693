import type {
  Code,
  Definition,
  FootnoteReference,
  Image,
  Link,
  Nodes,
  Paragraph,
  Parents,
  RootContent,
} from 'mdast'
import { readCaption, readWidth, writeWidth } from '../../../features/figure'
import { isRelative, safeLink, safePicture } from '../../html/addresses'
import { element } from '../../html/element'
import { renderNotes } from '../../html/notes'
import { wordsIn } from '../../html/words'
import { writeMarkdown } from '../../markdown/write'
import { classesThere } from '../figureClasses'
import { classesOf, find } from '../shapes/tree'
import type { Edit } from './edits'
import type { MarkdownProfile } from './profile'
import { htmlText, onOneLine, rawText, rendered, silentParts, spanOf, type Work } from './work'

/** The address of a picture as the profile's readers find it. */
export function at(address: string, { profile }: Work): string {
  if (profile.picturesAt === '' || !isRelative(address) || address.startsWith('/')) return address
  return profile.picturesAt + address.replace(/^(?:\.{1,2}\/)+/, '')
}

function lonePicture(node: Paragraph): Image | null {
  const [only, ...more] = node.children
  return more.length === 0 && only?.type === 'image' ? only : null
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  const put = (text: string): string =>
    text.replace(/\{(src|alt|caption|credit|width)\}/g, (_, name) => values[name] ?? '')
  return put(
    template.replace(/\[\[(.*?)\]\]/gs, (_, part: string) => {
      const names = [...part.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
      return names.every((name) => (values[name] ?? '') !== '') ? part : ''
    }),
  )
}

function figureText(node: Paragraph, picture: Image, work: Work): string | null {
  const { figure, figureClasses } = work.profile
  if (figure === 'keep' || safePicture(picture.url) === null) return null
  const src = at(picture.url, work)
  if (figure === 'html') {
    const moved: Paragraph = { ...node, children: [{ ...picture, url: src }] }
    const elements = rendered(moved, work).map((each) =>
      figureClasses === undefined || each.tagName !== 'figure'
        ? each
        : element(
            'figure',
            {
              className: classesThere(
                figureClasses,
                classesOf(each),
                find(each, 'figcaption') !== undefined,
              ),
            },
            each.children,
          ),
    )
    return htmlText(elements, work)
  }
  const quoted = (text: string): string =>
    escaped(text.replace(/\s+/g, ' ').replace(/\{\{|\}\}/g, ' '), figure.escapes)
  const { caption, credit } = readCaption(picture.title)
  const width = readWidth(picture.url)
  return fill(figure.template, {
    src: encodeURI(decodeSafely(writeWidth(src, 'text'))).replace(/[()]/g, percent),
    alt: quoted(picture.alt ?? ''),
    caption: quoted(caption),
    credit: quoted(credit),
    width: width === 'text' ? '' : width,
  })
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}

function decodeSafely(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}

function escaped(text: string, escapes: MarkdownProfile['escapes']): string {
  return escapes.reduce((result, { find, put }) => result.replace(find, put), text)
}

function hasInlineHtml(node: Parents): boolean {
  return node.children.some(
    (child) => child.type === 'html' || ('children' in child && hasInlineHtml(child)),
  )
}

function paragraphText(node: Paragraph, isTop: boolean, work: Work): string | null {
  const picture = lonePicture(node)
  if (picture && isTop) return figureText(node, picture, work)
  const isJsx = work.profile.html === 'jsx' && hasInlineHtml(node)
  return isJsx ? htmlText(rendered(node, work), work) : null
}

/** The node's own source with the profile's escapes; null when there is nothing to escape. */
function escapedSource(written: string, escapes: MarkdownProfile['escapes']): string | null {
  const safe = escaped(written, escapes)
  return safe === written ? null : safe
}

function codeText(node: Code, written: string, { profile }: Work): string | null {
  const isFenced = /^\s*[`~]{3}/.test(written)
  if (profile.indentedCode === 'fence' && !isFenced) return writeMarkdown([node])
  return escapedSource(written, profile.codeEscapes)
}

/** A description that is written anew has its signs escaped: some readers would let tags through. */
const hasTag = (alt: string | null | undefined): boolean => /<[a-z/!?]/i.test(alt ?? '')

function pictureText(node: Image, work: Work): string | null {
  if (safePicture(node.url) === null) {
    work.left.add(node.url)
    return words(node.alt ?? '')
  }
  const url = at(node.url, work)
  if (url === node.url && !hasTag(node.alt)) return null
  return writeMarkdown([{ type: 'paragraph', children: [{ ...node, url }] }])
}

/** Words as running text, whatever signs are in them. */
function words(text: string): string {
  return writeMarkdown([{ type: 'paragraph', children: [{ type: 'text', value: text }] }])
}

function linkText(node: Link, written: string, { profile }: Work): string | null {
  if (written.startsWith('<') && safeLink(node.url) === null) return words(written.slice(1, -1))
  if (profile.autolinks !== 'links' || !written.startsWith('<')) return null
  return `[${escaped(written.slice(1, -1), profile.escapes)}](${node.url})`
}

function footnoteText(node: FootnoteReference, { profile, context }: Work): string | null {
  if (profile.footnotes === 'keep') return null
  const number = context.noteNumbers.get(node.identifier.toUpperCase())
  return number === undefined ? null : `<sup><a href="#fn-${number}">${number}</a></sup>`
}

const HOLDS_BLOCKS = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition'])

/** What becomes of a node as a whole; null when its parts are looked at one by one. */
function whole(node: Nodes, parent: Parents, written: string, work: Work): string | null {
  const { profile } = work
  const isTop = parent.type === 'root'
  switch (node.type) {
    case 'paragraph':
      return paragraphText(node, isTop, work)
    case 'html':
      return profile.html === 'jsx'
        ? htmlText(rendered(node, work), work)
        : rawText(node.value, HOLDS_BLOCKS.has(parent.type), work)
    case 'table': {
      if (profile.tables === 'keep') return null
      const html = htmlText(rendered(node, work), work)
      return isTop ? html : onOneLine(html)
    }
    case 'image':
      return pictureText(node, work)
    case 'imageReference':
      return hasTag(node.alt) ? writeMarkdown([{ type: 'paragraph', children: [node] }]) : null
    case 'footnoteReference':
      return footnoteText(node, work)
    case 'footnoteDefinition':
      return profile.footnotes === 'keep' ? null : ''
    case 'code':
      return codeText(node, written, work)
    case 'inlineCode':
      return escapedSource(written, profile.codeEscapes)
    case 'text':
      return escapedSource(written, profile.escapes)
    case 'link':
      return linkText(node, written, work)
    default:
      return null
  }
}

/** Marks around or inside a node whose words stay as they are written. */
function marks(node: Nodes, { profile, source, left }: Work): Edit[] {
  const span = spanOf(node)
  if (!span) return []
  const around = (open: string, close: string, parts: readonly Nodes[]): Edit[] => {
    const first = spanOf(parts[0])
    const last = spanOf(parts.at(-1))
    if (!first || !last) return [{ ...span, text: '' }]
    return [
      { start: span.start, end: first.start, text: open },
      { start: last.end, end: span.end, text: close },
    ]
  }
  if (node.type === 'delete' && profile.strikethrough === 'html') {
    return around('<del>', '</del>', node.children)
  }
  // A link that could act leaves its words.
  if (node.type === 'link' && safeLink(node.url) === null) {
    left.add(node.url)
    return around('', '', node.children)
  }
  if (node.type === 'listItem' && typeof node.checked === 'boolean' && profile.tasks === 'marks') {
    const box = /\[[ xX]\]/.exec(source.slice(span.start, span.end))
    if (!box) return []
    const start = span.start + box.index
    return [{ start, end: start + 3, text: node.checked ? '☑' : '☐' }]
  }
  return []
}

/** The changes that make a body what the profile's readers take. Bytes outside them stay. */
export function editsFor(nodes: readonly RootContent[], work: Work): Edit[] {
  const { profile } = work
  const edits: Edit[] = []
  const headline = typeof work.profile.frontMatter === 'string' ? null : work.context.headline
  const walk = (node: Nodes, parent: Parents): void => {
    const span = spanOf(node)
    // A headline that stands in the front matter now would be there twice.
    if (span && headline?.nodes[0] === node) {
      edits.push({ ...span, text: '' })
      return
    }
    const text = span && whole(node, parent, work.source.slice(span.start, span.end), work)
    if (span && text !== null) {
      edits.push({ ...span, text: quotedAs(text, span.start, work.source) })
      return
    }
    edits.push(...marks(node, work))
    if (!('children' in node)) return
    const silent = profile.html === 'safe' ? silentParts(node) : []
    for (const { start, end, name } of silent) {
      work.left.add(`<${name}>`)
      edits.push({ start, end, text: '' })
    }
    for (const child of node.children) walk(child, node)
  }
  const root: Parents = { type: 'root', children: [...nodes] }
  for (const node of nodes) walk(node, root)
  return edits
}

/** Lines that follow inside a quotation or a list item begin as the first one does. */
function quotedAs(text: string, start: number, source: string): string {
  if (!text.includes('\n')) return text
  const lineStart =
    Math.max(source.lastIndexOf('\n', start - 1), source.lastIndexOf('\r', start - 1)) + 1
  const before = source.slice(lineStart, start).replace(/[^>\s]/g, ' ')
  return text.replaceAll('\n', `\n${before.trim() === '' && before.length > 3 ? '' : before}`)
}

/** Footnotes as HTML, for a profile that has none of its own. */
export function notesText(lang: string, work: Work): string {
  if (work.profile.footnotes === 'keep') return ''
  const notes = renderNotes(work.context, wordsIn(lang))
  return notes ? `\n${onOneLine(htmlText([notes], work))}\n` : ''
}

/** Addresses of pictures that are named apart from where they stand. */
export function definitionEdits(definitions: Iterable<Definition>, work: Work): Edit[] {
  return [...definitions].flatMap((node) => {
    const span = spanOf(node)
    if (!span) return []
    if (safeLink(node.url) === null && safePicture(node.url) === null) {
      work.left.add(node.url)
      // Without one, what refers to it would be read as words in brackets.
      return [{ ...span, text: writeMarkdown([{ ...node, url: '#' }]) }]
    }
    const moved = at(node.url, work)
    const isPicture = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(node.url)
    if (moved === node.url || !isPicture) return []
    return [{ ...span, text: writeMarkdown([{ ...node, url: moved }]) }]
  })
}
