import { joinLines, lineEndsIn } from '../text/runs'

const MAX_WORDS = 600
/** Longer than what is shown of it, with its signs; the patterns here are for short texts. */
const MAX_READ = 4 * MAX_WORDS

/** A piece of Markdown as a reader would see it, without the signs; nothing where it is only signs. */
export function plainWords(markdown: string, isLines: boolean): string {
  if (markdown.trim() === '' && lineEndsIn(markdown) > 0) return '¶'
  const bare = markdown
    .slice(0, MAX_READ)
    .replace(
      /!\[([^\]]*)\]\([^)]*\)/g,
      (_, alt: string) => `[picture${alt === '' ? '' : `: ${alt}`}]`,
    )
    .replace(/\]\([^)]*\)/g, '')
    .replace(/\[\^[^\]]*\]:?/g, '')
    .replace(/^(?:[ \t]*>)+[ \t]?/gm, '')
    .replace(/^[ \t]*#{1,6}[ \t]+/gm, '')
    .replace(/^([ \t]*)[-*+][ \t]+/gm, '$1• ')
    .replace(/^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*:?-*:?[ \t]*$/gm, '')
    .replace(/^[ \t]*(?:`{3,}|~{3,}).*$/gm, '')
    .replace(/(\*\*|__|~~|`|(?<!\S)[*_](?=\S)|(?<=\S)[*_](?!\S)|(?<!\\)\[(?!picture))/g, '')
    .replace(/\\(?=[^\w\s])/g, '')
  const lines = isLines
    ? joinLines(bare, '\n').trim()
    : bare.replace(/[ \t]*[\r\n]\s*/g, ' ¶ ').replace(/^ ¶ /, '¶ ')
  if (markdown.trim() !== '' && lines.trim() === '') return ''
  return lines.length > MAX_WORDS ? `${lines.slice(0, MAX_WORDS)}…` : lines
}
