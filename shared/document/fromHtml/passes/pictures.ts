import type { Element, ElementContent, Root } from 'hast'
import { writeCaption } from '../../../features/figure'
import { safePicture } from '../../html/addresses'
import type { Tally } from '../report'
import {
  attribute,
  changeChildren,
  changeElements,
  element,
  elementsIn,
  hasClass,
  isElement,
  styleOf,
  textIn,
} from '../tree'

/** A picture that came inside the page; `name` stands for its address until it has one. */
export interface CarriedPicture {
  readonly name: string
  readonly type: string
  readonly base64: string
}

function pixels(node: Element, name: 'width' | 'height'): number | null {
  const declared = attribute(node, name) || (styleOf(node).get(name) ?? '')
  const size = /^\s*([\d.]+)(?:px)?\s*$/.exec(declared)
  return size === null ? null : Number(size[1])
}

/** In characters, of what is looked at; the pattern is for short texts. */
const LONGEST_ADDRESS = 1_000
const BEACON =
  /(?:^|[/.])(?:pixel|beacon|track(?:er|ing)?|analytics|count(?:er)?|open)\b[^/]*(?:\.(?:gif|png|php|aspx?)|\?|$)|doubleclick\.net|facebook\.com\/tr\b|scorecardresearch|google-analytics|\/wf\/open\?|list-manage\.com\/track|mail\/.*\/open\./i

function isBeacon(node: Element, address: string): boolean {
  const [width, height] = [pixels(node, 'width'), pixels(node, 'height')]
  if ((width !== null && width <= 2) || (height !== null && height <= 2)) return true
  return (
    BEACON.test(address.slice(0, LONGEST_ADDRESS)) &&
    !/\.(?:jpe?g|webp|avif)(?:\?|$)/i.test(address)
  )
}

/** Where the real picture is, when the page loads it late and shows something small till then. */
function addressOf(node: Element): string {
  const src = attribute(node, 'src')
  const late = ['dataSrc', 'dataLazySrc', 'dataOriginal', 'dataOrigFile', 'dataFullUrl']
    .map((name) => attribute(node, name))
    .find((value) => value !== '')
  const isPlaceholder = src === '' || /^data:image\/(?:gif|svg)/i.test(src)
  if (!isPlaceholder) return src
  if (late !== undefined) return late
  const largest = attribute(node, 'srcSet').split(/,\s+/).at(-1)?.trim().split(/\s+/)[0]
  return largest || src
}

const DATA = /^data:(image\/(?:png|jpeg|gif|webp|avif));base64,([a-z\d+/=\s]+)$/i

/** Pictures with an address that may stay; those that came along are put into `carried`. */
export function cleanPictures(tree: Root, tally: Tally, carried: CarriedPicture[]): Root {
  return changeElements(tree, (node): ElementContent | readonly ElementContent[] => {
    if (node.tagName === 'picture') return elementsIn(node).filter((each) => each.tagName === 'img')
    if (node.tagName === 'source') return []
    if (node.tagName !== 'img' && node.tagName !== 'image') return node
    const address = addressOf(node)
    if (isBeacon(node, address)) {
      tally.drop('tracking picture')
      return []
    }
    const alt = attribute(node, 'alt').replace(/\s+/g, ' ').trim()
    const title = attribute(node, 'title').replace(/\s+/g, ' ').trim()
    // An emoji or a formula that is drawn as a picture is its words.
    if (hasClass(node, /emoji/i) || /\/emoji\//.test(address)) return text(alt)
    const data = DATA.exec(address.trim())
    if (data !== null) {
      const [, type = '', base64 = ''] = data
      const name = `carried-picture-${carried.length + 1}`
      carried.push({ name, type: type.toLowerCase(), base64: base64.replace(/\s/g, '') })
      return element('img', [], { src: name, alt, title })
    }
    const safe = safePicture(address)
    if (safe === null || !/^(?:https?:)?\/\//i.test(safe)) {
      tally.drop('picture without its file')
      return text(alt)
    }
    return element('img', [], { src: safe, alt, title })
  })
}

function text(value: string): readonly ElementContent[] {
  return value === '' ? [] : [{ type: 'text', value }]
}

const CREDIT_CLASS = /credit|source|attribution|byline|photographer/i

function wordsOf(node: Element): string {
  return textIn(node)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}

/** A caption's words, and of them the credit where it has an element of its own. */
function captionOf(node: Element): string {
  const credit = elementsIn(node).find(
    (each) => each.tagName === 'cite' || each.tagName === 'small' || hasClass(each, CREDIT_CLASS),
  )
  if (credit === undefined) return wordsOf(node)
  const rest = changeElements(node, (each) =>
    each.tagName === credit.tagName && wordsOf(each) === wordsOf(credit) ? [] : each,
  )
  return writeCaption({
    caption: wordsOf(rest),
    credit: wordsOf(credit).replace(/^[([]|[)\]]$/g, ''),
  })
}

const isCaption = (node: Element): boolean =>
  node.tagName === 'figcaption' ||
  hasClass(node, /^(?:wp-caption-text|image-caption|gallery-caption|caption)$/)

/** A paragraph in the style of a caption, right after a picture's, is its caption: Word has no figures. */
function adoptCaptions(tree: Root): Root {
  return changeChildren(tree, (children) => {
    const result: ElementContent[] = []
    for (const child of children) {
      const last = result.at(-1)
      const isPicture =
        isElement(last, 'p') &&
        elementsIn(last).some((each) => each.tagName === 'img') &&
        wordsOf(last) === ''
      if (isElement(child, 'p') && isCaption(child) && isPicture) {
        const caption = element('figcaption', child.children)
        result[result.length - 1] = element('figure', [...last.children, caption])
      } else if (!(child.type === 'text' && child.value.trim() === '' && isPicture))
        result.push(child)
    }
    return result
  })
}

/** A figure, or a box that serves as one, is a picture with its caption as title, in its own paragraph. */
export function readFigures(tree: Root): Root {
  return changeElements(adoptCaptions(tree), (node) => {
    if (hasClass(node, PULL_CLASS)) return node
    const isFigure = node.tagName === 'figure' || hasClass(node, /^wp-caption$/)
    if (!isFigure) return node
    const inside = elementsIn(node)
    const pictures = inside.filter((each) => each.tagName === 'img')
    if (pictures.length === 0) return withAttribution(node, inside)
    const caption = inside.find(isCaption)
    const title = caption === undefined ? '' : captionOf(caption)
    return pictures.map((picture, index) => {
      const isLast = index === pictures.length - 1
      const own = attribute(picture, 'title')
      const properties = { ...picture.properties, title: isLast && title !== '' ? title : own }
      return element('p', [{ ...picture, properties }])
    })
  })
}

/** A quotation in a figure: its caption, or the `cite` in it, is who said it. */
function withAttribution(node: Element, inside: readonly Element[]): readonly ElementContent[] {
  const quotation = inside.find((each) => each.tagName === 'blockquote')
  const caption = inside.find(isCaption)
  if (quotation === undefined || caption === undefined) {
    return node.children.map((child) =>
      isElement(child, 'figcaption') ? element('p', child.children) : child,
    )
  }
  return [{ ...quotation, children: [...quotation.children, attribution(caption.children)] }]
}

function attribution(children: readonly ElementContent[]): Element {
  const [first, ...rest] = children
  const words =
    first?.type === 'text' ? [{ ...first, value: first.value.trimStart() }, ...rest] : children
  const hasDash = /^\s*[—―–-]/.test(textIn(element('p', children)))
  return element('p', hasDash ? words : [{ type: 'text', value: '— ' }, ...words])
}

/** Says of a quotation that it is a pull quote, until it is Markdown. */
export const PULL_PROPERTY = 'dataPullQuote'

/** What an `aside`, a figure or a box of this class holds repeats words of the article. */
const PULL_CLASS = /^(?:pull-?quote|wp-block-pullquote|kg-pullquote)$/

/** What is in such a box as a quotation that says it is a pull quote. */
function pulled(node: Element): Element {
  const [only, more] = node.children.filter((child) => !isBlankText(child))
  const words = more === undefined && isElement(only, 'blockquote') ? only.children : node.children
  return { ...element('blockquote', words), properties: { [PULL_PROPERTY]: 'true' } }
}

function isBlankText(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === ''
}

/** The last line of a quotation that is a `cite` or a `footer` is who said it; a pull quote stays one. */
export function readAttributions(tree: Root): Root {
  return changeElements(tree, (node) => {
    if (isElement(node, 'div', 'aside', 'figure') && hasClass(node, PULL_CLASS)) return pulled(node)
    if (node.tagName !== 'blockquote') return node
    const children = node.children.filter((child) => !isBlankText(child))
    const last = children.at(-1)
    if (!isElement(last, 'cite', 'footer') || children.length < 2) return node
    return { ...node, children: [...children.slice(0, -1), attribution(last.children)] }
  })
}
