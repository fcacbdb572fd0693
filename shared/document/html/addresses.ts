import { dropEnd, dropStart } from '../../text/runs'

const LINK_SCHEMES = new Set(['http', 'https', 'mailto'])
const RASTER = /^data:image\/(?:avif|gif|jpeg|png|webp);base64,[a-z\d+/]+={0,2}$/i

const BLANK = /[\p{Cc} ]/u

/** An address as a browser would read it: blanks at the ends and line ends inside do not count. */
function asBrowserReads(address: string): string {
  return dropStart(dropEnd(address, BLANK), BLANK).replace(/[\t\n\r]/g, '')
}

function schemeOf(address: string): string | null {
  return /^([a-z][a-z\d+.-]*):/i.exec(address)?.[1] ?? null
}

/** Whether what stands before the first slash could be taken for a scheme by a laxer reader. */
function looksLikeScheme(address: string): boolean {
  return /^[^/?#]*:/.test(address)
}

/** The address a link may have, with its scheme in small letters; null for one that could act. */
export function safeLink(address: string): string | null {
  const read = asBrowserReads(address)
  const scheme = schemeOf(read)
  if (scheme === null) return looksLikeScheme(read) ? null : read
  const lower = scheme.toLowerCase()
  return LINK_SCHEMES.has(lower) ? lower + read.slice(scheme.length) : null
}

/** The address a picture may have: of the web, relative, or a raster image as data. Null for any other. */
export function safePicture(address: string): string | null {
  const read = asBrowserReads(address)
  const scheme = schemeOf(read)?.toLowerCase()
  if (read === '') return null
  if (scheme === 'data') return RASTER.test(read) ? read : null
  return scheme === 'mailto' ? null : safeLink(read)
}

/** Whether an address leads to another host, be it with a scheme or with two slashes. */
export function isExternal(address: string): boolean {
  return /^(?:https?:|[/\\]{2})/i.test(address)
}

/** Whether a picture is found beside the article, and not on the web or in the text. */
export function isRelative(address: string): boolean {
  return schemeOf(address) === null && !isExternal(address)
}
