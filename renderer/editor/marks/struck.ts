import { type Half, readNodes } from '../../../shared/review'
import { joinLines, lineEndsIn } from '../../../shared/text/runs'

/** Words that a suggestion takes away, and where in the accepted text they would stand. */
export interface Struck {
  readonly at: number
  readonly words: string
  /** Whether whole lines go, which are shown as lines. */
  readonly isLines: boolean
}

/** What a suggestion takes away, in its order. */
export function struckIn({ start, nodes }: Pick<Half, 'start' | 'nodes'>): readonly Struck[] {
  let at = start
  return nodes.flatMap((node): readonly Struck[] => {
    const here = at
    switch (node.kind) {
      case 'insertion':
        at += readNodes(node.children, 'accepted').length
        return []
      case 'deletion':
        return struck(here, readNodes(node.children, 'original'), typeof node.form === 'object')
      case 'substitution':
        at += readNodes(node.now, 'accepted').length
        return struck(here, readNodes(node.old, 'original'), typeof node.form === 'object')
      default:
        return node satisfies never
    }
  })
}

function struck(at: number, markdown: string, isBlock: boolean): readonly Struck[] {
  const isLines = isBlock || (/\S/.test(markdown) && /[\r\n]$/.test(markdown))
  const words = plainWords(markdown, isLines)
  return words === '' ? [] : [{ at, words, isLines }]
}

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
