import { safeLink, safePicture } from '../../html/addresses'
import { parseFragment } from '../../html/raw'
import { RULES } from '../../html/rules'

/** Boxes that mean nothing to an article and much to the style sheet of a site. */
const BOXES = ['address', 'article', 'center', 'div', 'footer', 'header', 'hgroup', 'main', 'nav']
const ELEMENTS: ReadonlySet<string> = new Set([
  ...(RULES.schema.tagNames ?? []),
  ...BOXES,
  'section',
])

/** Elements that go with all that is in them; a reader takes what is in some of them for no HTML. */
const SILENT: ReadonlySet<string> = new Set([
  ...(RULES.schema.strip ?? []),
  ...['head', 'plaintext', 'textarea', 'title', 'xmp'],
])

const ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'align alt class colspan datetime dir height id lang open reversed role rowspan scope start title ' +
    'value width'
  ).split(' '),
)

/** Attributes that hold an address, and which addresses they may hold. */
const ADDRESSES: Readonly<Record<string, (address: string) => string | null>> = {
  href: safeLink,
  cite: safeLink,
  src: safePicture,
}

const ATTRIBUTE = /\s+([^\s"'<>/=]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g
const TAG = new RegExp(`<(/?)([a-z][a-z\\d]*)((?:${ATTRIBUTE.source})*)\\s*(/?)>`, 'iy')
const ANY_TAG = /<\/?([a-z][^\s/>]*)/iy
const COMMENT = /<!--(?![<>-])(?:(?!--)[^<>])*-->/y
/** What no reader shows, as far as it goes. */
const UNSHOWN = /<(?:!--[\s\S]*?(?:-->|$)|!\[CDATA\[[\s\S]*?(?:\]\]>|$)|[!?][\s\S]*?(?:>|$))/y

export interface SafeHtml {
  readonly html: string
  /** What was left out, as a person would name it: `<script>`, `onclick`. */
  readonly left: readonly string[]
  /** Whether the piece begins with what it began with: else it may be Markdown where it was HTML. */
  readonly beginsAsWritten: boolean
}

function at(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(text)
}

/** The address in an attribute as a browser reads it, character references and all. */
function readAddress(name: string, attribute: string): string {
  const [link] = parseFragment(`<a ${attribute.replace(name, 'href')}>x</a>`).children
  const href = link?.type === 'element' ? link.properties.href : ''
  return typeof href === 'string' ? href : ''
}

function maySay(name: string, attribute: string): boolean {
  if (ATTRIBUTES.has(name) || /^aria-[a-z]+$/.test(name)) return true
  const safe = Object.hasOwn(ADDRESSES, name) ? ADDRESSES[name] : undefined
  return safe !== undefined && safe(readAddress(name, attribute)) !== null
}

function cleanAttributes(attributes: string, left: Set<string>): string {
  return attributes.replace(ATTRIBUTE, (attribute: string, written: string) => {
    const name = written.toLowerCase()
    if (maySay(name, attribute.trim().replace(written, name))) return attribute
    left.add(name)
    return ''
  })
}

/** Whether an element goes with what is in it. */
export function silentName(tag: string): string | null {
  const name = /^<([a-z][a-z\d]*)/i.exec(tag)?.[1]?.toLowerCase()
  return name !== undefined && SILENT.has(name) ? name : null
}

/** What one `<` begins: up to where it goes, and what becomes of it. */
interface Piece {
  readonly end: number
  readonly html: string
  readonly left: readonly string[]
}

function silentPiece(html: string, index: number, name: string): Piece {
  const close = at(new RegExp(`</${name}[^>]*>`, 'gi'), html, index)
  const end = close ? close.index + close[0].length : html.length
  return { end, html: '', left: [`<${name}>`] }
}

function tagPiece(tag: RegExpExecArray, index: number): Piece {
  const [whole, slash = '', written = '', attributes = ''] = tag
  const end = index + whole.length
  if (!ELEMENTS.has(written.toLowerCase())) {
    return { end, html: '', left: [`<${written.toLowerCase()}>`] }
  }
  const left = new Set<string>()
  const cleaned = cleanAttributes(attributes, left)
  const same = cleaned === attributes
  return {
    end,
    html: same ? whole : `<${slash}${written}${cleaned}${tag.at(-1) ?? ''}>`,
    left: [...left],
  }
}

function readPiece(html: string, index: number): Piece {
  const name = at(ANY_TAG, html, index)?.[1]?.toLowerCase()
  if (name !== undefined && SILENT.has(name)) return silentPiece(html, index, name)
  const tag = at(TAG, html, index)
  if (tag) return tagPiece(tag, index)
  const comment = at(COMMENT, html, index)
  if (comment) return { end: index + comment[0].length, html: comment[0], left: [] }
  const unshown = at(UNSHOWN, html, index)
  if (unshown) return { end: index + unshown[0].length, html: '', left: ['<!…>'] }
  return { end: index + 1, html: '&lt;', left: [] }
}

/**
 * Raw HTML with nothing in it that could act. What may stay is left byte for byte, and every sign of a
 * tag that is none by the strictest reading becomes a character.
 */
export function toSafeHtml(html: string): SafeHtml {
  const left = new Set<string>()
  let result = ''
  let index = 0
  let beginsAsWritten: boolean | undefined
  for (let next = html.indexOf('<'); next !== -1; next = html.indexOf('<', index)) {
    const piece = readPiece(html, next)
    result += html.slice(index, next) + piece.html
    index = piece.end
    for (const name of piece.left) left.add(name)
    beginsAsWritten ??= piece.html.startsWith('<')
  }
  return {
    html: result + html.slice(index),
    left: [...left],
    beginsAsWritten: beginsAsWritten ?? true,
  }
}
