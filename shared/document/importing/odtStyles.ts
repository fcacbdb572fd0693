import { allNamed, attributeOf, elementsIn, type XmlElement, type XmlTree } from './xml'

/** What a paragraph's style says that it is. */
export type ParagraphKind = 'title' | 'subtitle' | 'quotation' | 'code' | 'text' | HeadingKind

/** A heading by its style alone, as LibreOffice writes it without a place in the outline. */
type HeadingKind = 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6'

/** The styles of an OpenDocument text, for as much as Markdown can say. */
export interface TextStyles {
  /** Elements for what a style prints bold, italic or struck out. */
  marksOf(style: string): readonly string[]
  kindOf(style: string): ParagraphKind
  isNumbered(style: string, depth: number): boolean
}

/** Styles by the names that every language version of the programs writes. */
const KINDS: Readonly<Record<string, ParagraphKind>> = {
  Title: 'title',
  Subtitle: 'subtitle',
  Quotations: 'quotation',
  Quote: 'quotation',
  Preformatted_20_Text: 'code',
  Heading_20_1: 'h1',
  Heading_20_2: 'h2',
  Heading_20_3: 'h3',
  Heading_20_4: 'h4',
  Heading_20_5: 'h5',
  Heading_20_6: 'h6',
}

/** How far a style is followed to the ones that it is made from. */
const MOST_PARENTS = 20

export function readOdtStyles(trees: readonly XmlTree[]): TextStyles {
  const styles = new Map<string, XmlElement>()
  const lists = new Map<string, ReadonlySet<number>>()
  for (const tree of trees) {
    for (const style of allNamed(tree, 'style:style'))
      styles.set(attributeOf(style, 'style:name'), style)
    for (const style of allNamed(tree, 'text:list-style')) {
      const numbered = elementsIn(style)
        .filter(({ name }) => name === 'text:list-level-style-number')
        .filter((level) => attributeOf(level, 'style:num-format') !== '')
        .map((level) => Number(attributeOf(level, 'text:level')))
      lists.set(attributeOf(style, 'style:name'), new Set(numbered))
    }
  }

  /** A style and those that it is made from, up to one that stands for something. */
  function line(
    name: string,
  ): readonly { readonly name: string; readonly style: XmlElement | undefined }[] {
    const found: { name: string; style: XmlElement | undefined }[] = []
    for (let at = name; at !== '' && found.length < MOST_PARENTS; ) {
      const style = styles.get(at)
      found.push({ name: at, style })
      at = style === undefined ? '' : attributeOf(style, 'style:parent-style-name')
    }
    return found
  }

  return {
    marksOf(name) {
      const marks = new Map<string, boolean>()
      for (const { name: each, style } of line(name)) {
        // A named paragraph style is a look of the document, not an emphasis in it.
        if (KINDS[each] !== undefined || style === undefined) break
        const isOwn = /^[PT]\d+$/.test(each) || attributeOf(style, 'style:family') === 'text'
        if (!isOwn) break
        for (const properties of elementsIn(style)) {
          if (properties.name !== 'style:text-properties') continue
          note(marks, 'strong', attributeOf(properties, 'fo:font-weight'), /^(?:bold|[6-9]00)$/)
          note(marks, 'em', attributeOf(properties, 'fo:font-style'), /^(?:italic|oblique)$/)
          const struck = attributeOf(properties, 'style:text-line-through-style')
          note(marks, 'del', struck, /^(?!none$)./)
        }
      }
      return [...marks].filter(([, isSet]) => isSet).map(([tag]) => tag)
    },
    kindOf: (name) =>
      line(name)
        .map((each) => KINDS[each.name])
        .find(Boolean) ?? 'text',
    isNumbered: (name, depth) => lists.get(name)?.has(depth) ?? false,
  }
}

/** The style itself has the last word, which comes first. */
function note(marks: Map<string, boolean>, tag: string, value: string, means: RegExp): void {
  if (value !== '' && !marks.has(tag)) marks.set(tag, means.test(value))
}
