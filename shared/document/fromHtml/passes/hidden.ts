import type { Element, Root } from 'hast'
import type { DroppedKind, Tally } from '../report'
import { attribute, changeElements, hasClass, isBlank, styleOf } from '../tree'

/** What never is part of a text, with what a person would call it. */
const NEVER: Readonly<Record<string, DroppedKind | null>> = {
  script: 'script',
  noscript: null,
  style: 'style',
  link: 'style',
  template: null,
  head: null,
  title: null,
  meta: null,
  base: null,
  xml: null,
  iframe: 'embed',
  frame: 'embed',
  frameset: 'embed',
  object: 'embed',
  embed: 'embed',
  applet: 'embed',
  portal: 'embed',
  audio: 'embed',
  video: 'embed',
  canvas: 'embed',
  svg: 'embed',
  math: 'embed',
  input: 'form field',
  button: 'form field',
  select: 'form field',
  textarea: 'form field',
  datalist: 'form field',
  option: 'form field',
  dialog: null,
}

const HIDDEN_CLASS =
  /^(?:sr-only|screen-reader-text|visually-?hidden|visuallyHidden|a11y-hidden|assistive-text)$/i

function isHidden(node: Element): boolean {
  const style = styleOf(node)
  const size = style.get('font-size') ?? ''
  return (
    node.properties.hidden === true ||
    attribute(node, 'hidden') !== '' ||
    attribute(node, 'ariaHidden') === 'true' ||
    style.get('display') === 'none' ||
    style.get('visibility') === 'hidden' ||
    style.get('mso-hide') === 'all' ||
    /^0(?:\.0+)?(?:px|pt|em|rem|%)?$/.test(size) ||
    /^0(?:\.0+)?$/.test(style.get('opacity') ?? '') ||
    hasClass(node, HIDDEN_CLASS)
  )
}

function isCheckbox(node: Element): boolean {
  return node.tagName === 'input' && /^(?:checkbox|radio)$/i.test(attribute(node, 'type'))
}

/** Takes away what cannot be seen or would act: scripts, styles, forms, embeds, hidden words. */
export function dropHidden(tree: Root, tally: Tally): Root {
  return changeElements(tree, (node) => {
    if (isCheckbox(node)) return node
    if (node.tagName in NEVER) {
      const kind = NEVER[node.tagName]
      if (kind) tally.drop(kind)
      return []
    }
    if (!isHidden(node)) return node
    if (!isBlank(node)) tally.drop('hidden text')
    return []
  })
}

/** Comments hold what Word and editors keep for themselves. */
export function dropComments(tree: Root): Root {
  const drop = <P extends Root | Element>(parent: P): P => ({
    ...parent,
    children: parent.children
      .filter((child) => child.type !== 'comment' && child.type !== 'doctype')
      .map((child) => (child.type === 'element' ? drop(child) : child)),
  })
  return drop(tree)
}
