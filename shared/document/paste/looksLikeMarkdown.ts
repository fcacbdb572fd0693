/** Signs of Markdown at the start of a line, each of which somebody may also have typed as it is. */
const BLOCKS: readonly RegExp[] = [/^#{1,6} \S/m, /^ {0,3}> ?\S/m, /^\[\^[^\]\s]+\]: \S/m]

const INLINE: readonly RegExp[] = [
  /(?<![\w*])\*\*[^\s*][^*\n]*\*\*(?![\w*])/,
  /(?<![\w_])__[^\s_][^_\n]*__(?![\w_])/,
  /(?<![\w*])\*[^\s*][^*\n]*\*(?![\w*])/,
  /(?<!`)`[^`\n]+`(?!`)/,
  /~~[^\s~][^~\n]*~~/,
]

/** What hardly anything but Markdown has, in one line. */
const CERTAIN: readonly RegExp[] = [
  /^ {0,3}[-*+] \[[ xX]\] \S/m,
  /!?\[[^[\]\n]+\]\((?:https?:\/\/|\/|\.{0,2}\/|#|mailto:)?[^\s()]+(?: "[^"\n]*")?\)/,
]

/** Code between two fences of one kind. */
function hasFencedCode(lines: readonly string[]): boolean {
  return ['```', '~~~'].some((fence) => {
    const open = lines.findIndex((line) => isFence(line, fence))
    const closes = (line: string) => isFence(line, fence) && line.trim() === fence
    return open >= 0 && lines.slice(open + 1).some(closes)
  })
}

function isFence(line: string, fence: string): boolean {
  return /^ {0,3}[`~]{3}[\w+#-]*\s*$/.test(line) && line.trimStart().startsWith(fence)
}

/** A row with bars above the row of dashes that parts a table's head from its body. */
function hasTable(lines: readonly string[]): boolean {
  return lines.some(
    (line, index) =>
      index > 0 &&
      /^[\s|:-]*$/.test(line) &&
      line.includes('-') &&
      line.includes('|') &&
      isRow(lines[index - 1] ?? ''),
  )
}

function isRow(line: string): boolean {
  return line.includes('|') && /[^|\s]/.test(line)
}

/** Two items of a bulleted list, or the first and the second of a numbered one. */
function hasItems(lines: readonly string[]): boolean {
  if (lines.filter((line) => /^ {0,3}[-*+] \S/.test(line)).length > 1) return true
  const first = lines.findIndex((line) => /^ {0,3}1[.)] \S/.test(line))
  return first >= 0 && lines.slice(first + 1).some((line) => /^ {0,3}2[.)] \S/.test(line))
}

/** Whether every line of several is the item of a list. */
function isList(lines: readonly string[]): boolean {
  return lines.length > 1 && lines.every((line) => /^\s{0,8}(?:[-*+]|\d{1,3}[.)])\s+\S/.test(line))
}

/** Code and logs have hashes, stars and quotes of their own. */
function isCode(lines: readonly string[]): boolean {
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
  const whole = text.replace(/\r\n?/g, '\n')
  const all = whole.split('\n')
  const lines = all.filter((line) => line.trim() !== '')
  if (hasFencedCode(all)) return true
  if (isCode(lines)) return false
  if (CERTAIN.some((sign) => sign.test(whole)) || hasTable(all) || isList(lines)) return true
  const blocks = BLOCKS.filter((sign) => sign.test(whole)).length + (hasItems(all) ? 1 : 0)
  const inline = INLINE.filter((sign) => sign.test(whole)).length
  const headings = whole.match(/^#{2,6} \S/gm)?.length ?? 0
  return headings >= 2 || blocks >= 2 || (blocks >= 1 && inline >= 1) || inline >= 2
}
