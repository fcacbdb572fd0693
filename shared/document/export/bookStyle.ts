import type { CssNode } from 'css-tree'
import generate from 'css-tree/generator'
import parse from 'css-tree/parser'
import { STYLESHEET } from '../html/stylesheet'

/**
 * What a reader's program sets better itself: the paper and its night, the measure, the size. A colour
 * of ours would be read on paper that is not ours.
 */
const READERS_OWN =
  /^(?:(?:background|color|max-width|overflow|text-size-adjust|hanging-punctuation).*|box-sizing|color-scheme|-.*)$/
/** Boxes of the page around the article, which a book has not. */
const PAGE = /(?:^|,)(?:html|body|:root)/

/** The values that a style's own names stand for, by day. */
function namesIn(tree: CssNode): Map<string, string> {
  const names = new Map<string, string>()
  if (tree.type !== 'StyleSheet') return names
  tree.children.forEach((rule) => {
    if (rule.type !== 'Rule' || generate(rule.prelude) !== ':root') return
    rule.block.children.forEach((each) => {
      if (each.type === 'Declaration' && each.property.startsWith('--')) {
        names.set(each.property, generate(each.value).trim())
      }
    })
  })
  return names
}

/** A value without names and functions that older readers leave out with the whole line. */
function plainValue(value: string, names: ReadonlyMap<string, string>): string | null {
  let plain = value
  for (let depth = 0; depth < 8 && plain.includes('var('); depth++) {
    plain = plain.replace(
      /var\((--[\w-]+)(?:,([^()]*))?\)/g,
      (_, name: string, other: string | undefined) => names.get(name) ?? other ?? 'var()',
    )
  }
  plain = plain
    .replace(/clamp\(([^,()]+),[^()]*\)/g, '$1')
    .replace(/(\d)rem\b/g, '$1em')
    // Weights between the hundreds are newer than many readers.
    .replace(/^[1-9]\d\d(?= |$)/, (weight) => String(Math.round(Number(weight) / 100) * 100))
  return /var\(|clamp\(|\d(?:vw|vh)\b/.test(plain) ? null : plain
}

/** `.article :where(h1,h2)` as `h1,h2`: as weak, and known to every reader. */
function plainSelector(selector: string): string {
  const where = /^\.article :where\(([^()]*)\)$/
  const each = where.exec(selector)?.[1]
  return each ?? selector
}

/** A page's style as one of a book: what readers’ programs know, and leave to their readers. */
export function bookStyle(added: string): string {
  const sheets = [STYLESHEET, added].map((css) => parse(css, { parseCustomProperty: false }))
  const names = new Map(sheets.flatMap((sheet) => [...namesIn(sheet)]))
  const lines: string[] = []
  for (const sheet of sheets) {
    if (sheet.type !== 'StyleSheet') continue
    sheet.children.forEach((rule) => {
      // Rules for screens, the night and print are left out.
      if (rule.type !== 'Rule') return
      const selector = plainSelector(generate(rule.prelude))
      if (PAGE.test(selector) || /:where\(|:has\(|:is\(|::marker/.test(selector)) return
      const kept: string[] = []
      rule.block.children.forEach((each) => {
        if (each.type !== 'Declaration' || READERS_OWN.test(each.property)) return
        if (selector === '.article' && /^(?:font-size|margin)/.test(each.property)) return
        const value = plainValue(generate(each.value), names)
        if (value !== null) kept.push(`${each.property}:${value}`)
      })
      if (kept.length > 0) lines.push(`${selector}{${kept.join(';')}}`)
    })
  }
  return `${lines.join('\n')}\nimg{max-width:100%;height:auto}\n`
}
