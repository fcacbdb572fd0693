import { asMarkdown, middleOf, type TextBlock } from '../text'

const SIGNED = '{>>@ana 2026-11-24T10:02Z<<}'
const SAID = '{>>@ben 2026-11-24T10:09Z Says who?<<}'

/**
 * An article's Markdown with so many suggestions and comments spread over it. The block in the
 * middle, where is typed, and the last one are left alone.
 */
export function markedArticle(
  blocks: readonly TextBlock[],
  { suggestions, comments }: { readonly suggestions: number; readonly comments: number },
): string {
  const middle = middleOf(blocks)
  const free = blocks.filter((block) => block !== middle && block !== blocks.at(-1))
  const marks = suggestions + comments
  let made = 0
  const marked = blocks.map((block): TextBlock => {
    const at = free.indexOf(block)
    if (at === -1) return block
    const due = Math.round(((at + 1) * marks) / free.length)
    const words = block.text.split(' ')
    for (let index = 1; index < words.length && made < due; index += 2, made++) {
      const word = words[index] ?? ''
      const isComment =
        Math.floor(((made + 1) * comments) / marks) > Math.floor((made * comments) / marks)
      words[index] = isComment ? `{==${word}==}${SAID}` : `{~~${word}~>${word}s~~}${SIGNED}`
    }
    return { ...block, text: words.join(' ') }
  })
  if (made < marks) throw new Error(`Only ${made} of ${marks} marks had room in the article.`)
  return asMarkdown(marked)
}
