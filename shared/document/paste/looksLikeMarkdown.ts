/** Signs of Markdown at the start of a line, each of which somebody may also have typed as it is. */
const BLOCKS: readonly RegExp[] = [
  /^#{1,6} \S/m,
  /^ {0,3}> ?\S/m,
  /^ {0,3}[-*+] \S.*\n(?:.*\n)*? {0,3}[-*+] \S/m,
  /^ {0,3}1[.)] \S.*\n(?:.*\n)*? {0,3}2[.)] \S/m,
  /^\[\^[^\]\s]+\]: \S/m,
]

const INLINE: readonly RegExp[] = [
  /(?<![\w*])\*\*[^\s*][^*\n]*\*\*(?![\w*])/,
  /(?<![\w_])__[^\s_][^_\n]*__(?![\w_])/,
  /(?<![\w*])\*[^\s*][^*\n]*\*(?![\w*])/,
  /(?<!`)`[^`\n]+`(?!`)/,
  /~~[^\s~][^~\n]*~~/,
]

/** What hardly anything but Markdown has. */
const CERTAIN: readonly RegExp[] = [
  /^ {0,3}(```|~~~)[\w+#-]*\n[\s\S]*?\n {0,3}\1\s*$/m,
  /^\|?.+\|.+\n\s*\|?\s*:?-+:?\s*\|[\s|:-]*$/m,
  /^ {0,3}[-*+] \[[ xX]\] \S/m,
  /!?\[[^\]\n]+\]\((?:https?:\/\/|\/|\.{0,2}\/|#|mailto:)?[^\s()]+(?: "[^"\n]*")?\)/,
]

/** Whether every line of several is the item of a list. */
function isList(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.length > 1 && lines.every((line) => /^\s{0,8}(?:[-*+]|\d{1,3}[.)])\s+\S/.test(line))
}

/** Code and logs have hashes, stars and quotes of their own. */
function isCode(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const code = lines.filter((line) =>
    /[{};]\s*$|^\s*(?:\/\/|#!|#include|import |from |const |let |var |def |function |class |return\b|<\/?\w)|=>|\$\(/.test(
      line,
    ),
  )
  return code.length * 4 > lines.length
}

/**
 * Whether plain text was meant as Markdown. A guess on the careful side, because a text that is not
 * turned is still there as typed: one certain sign, a whole list, or two different lesser ones.
 */
export function looksLikeMarkdown(text: string): boolean {
  const lines = text.replace(/\r\n?/g, '\n')
  const fenced = CERTAIN[0]?.test(lines) ?? false
  if (fenced) return true
  if (isCode(lines)) return false
  if (CERTAIN.some((sign) => sign.test(lines)) || isList(lines)) return true
  const blocks = BLOCKS.filter((sign) => sign.test(lines)).length
  const inline = INLINE.filter((sign) => sign.test(lines)).length
  const headings = lines.match(/^#{2,6} \S/gm)?.length ?? 0
  return headings >= 2 || blocks >= 2 || (blocks >= 1 && inline >= 1) || inline >= 2
}
