/** Endings of file names that are articles. */
export const ARTICLE_EXTENSIONS = ['.md', '.markdown', '.mdown', '.mkd'] as const

const EXTENSION = /\.(?:md|markdown|mdown|mkd)$/i

/** Whether a file of this name is an article. Hidden files are not: other programs keep their own there. */
export function isArticleName(fileName: string): boolean {
  return EXTENSION.test(fileName) && !fileName.startsWith('.')
}

/** `peace-talks.md` → `peace-talks`. */
export function withoutExtension(fileName: string): string {
  return fileName.replace(EXTENSION, '')
}

/** `peace-talks.md` → `.md`; `.md` for a name without one of ours. */
export function extensionOf(fileName: string): string {
  return EXTENSION.exec(fileName)?.[0] ?? '.md'
}

// Names of devices on Windows, whatever ending follows them.
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i

/** Longest file name in UTF-8 bytes that common file systems take. */
const MAX_BYTES = 255

/**
 * Why a name cannot be given to a file or folder, in a sentence; `null` when it can. The rules of
 * all platforms apply on each, so that a library may be carried from one to another.
 */
export function problemWithName(name: string): string | null {
  if (name === '') return 'A name is needed.'
  if (name.startsWith('.')) return 'A name that starts with a dot would be hidden.'
  const character = /[<>:"/\\|?*\p{Cc}]/u.exec(name)?.[0]
  if (character !== undefined) {
    const shown = /\p{Cc}/u.test(character) ? 'a control character' : `“${character}”`
    return `A name cannot contain ${shown}.`
  }
  if (/[. ]$/.test(name)) return 'A name cannot end with a dot or a space.'
  if (name.startsWith(' ')) return 'A name cannot start with a space.'
  if (DEVICE.test(name)) return `“${name}” is the name of a device on Windows; choose another.`
  if (utf8Length(name) > MAX_BYTES) return 'This name is too long; shorten it.'
  return null
}

function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

/** Room enough to tell articles apart in a list, and for a number and an ending. */
const MAX_STEM_BYTES = 80

/** The start of a word; scripts without spaces make a whole headline one word. */
function cut(word: string): string {
  let start = ''
  for (const character of word) {
    if (utf8Length(start + character) > MAX_STEM_BYTES) break
    start += character
  }
  return start
}

/** A file name for an article of this headline: `Peace talks: day 3!` → `peace-talks-day-3.md`. */
export function fileNameFor(title: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu)
  let stem = ''
  for (const word of words ?? []) {
    const plain = word.replace(/['’]/g, '')
    const next = stem === '' ? cut(plain) : `${stem}-${plain}`
    if (utf8Length(next) > MAX_STEM_BYTES) break
    stem = next
  }
  if (stem === '') stem = 'untitled'
  return problemWithName(`${stem}.md`) === null ? `${stem}.md` : `article-${stem}.md`
}

/** The n-th name to try when a name is taken: `talks.md`, `talks-2.md`, `talks-3.md` … */
export function numberedName(fileName: string, n: number): string {
  if (n < 2) return fileName
  const dot = fileName.lastIndexOf('.')
  const end = dot > 0 ? dot : fileName.length
  return `${fileName.slice(0, end)}-${n}${fileName.slice(end)}`
}
