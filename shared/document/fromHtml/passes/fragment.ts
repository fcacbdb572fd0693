/**
 * The part of clipboard HTML that was selected: browsers and Windows programs mark it, and put a
 * header of byte offsets or a whole page around it. Style elements before it are kept for the passes
 * that read them.
 */
export function cutFragment(html: string): string {
  const start = /<!--\s*StartFragment\s*-->/i.exec(html)
  if (start === null) return withoutHeader(html)
  const from = start.index + start[0].length
  const end = /<!--\s*EndFragment\s*-->/i.exec(html.slice(from))
  const styles =
    html.slice(0, start.index).match(/<style\b[^<]*(?:<(?!\/?style\b)[^<]*)*<\/style\s*>/gi) ?? []
  return styles.join('') + html.slice(from, end === null ? undefined : from + end.index)
}

/** `Version:0.9 StartHTML:000…`, as Windows stores it and some programs hand it on. */
function withoutHeader(html: string): string {
  if (!/^Version:[\d.]+\s/.test(html)) return html
  const start = html.indexOf('<')
  return start < 0 ? '' : html.slice(start)
}
