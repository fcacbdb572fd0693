import type { Paragraph, PhrasingContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'

/** What a line of further reading begins with, in the languages of those who write here. */
const LABELS =
  /^(?:also read|read also|read more|see also|related(?: (?:articles?|stories|reading))?|lesen sie auch|mehr zum thema|à lire aussi|lire aussi|lee también|leia também|leggi anche|lees ook)\s*:?$/iu

const BETWEEN = /^[\s·•|,;/–—]*$/

function isPart(node: PhrasingContent): boolean {
  switch (node.type) {
    case 'link':
    case 'linkReference':
    case 'break':
      return true
    case 'text':
      return BETWEEN.test(node.value)
    default:
      return false
  }
}

/** Whether a paragraph is nothing but a label in bold and links: it leads on, and is no part of the text. */
export function isRelated({ children }: Pick<Paragraph, 'children'>): boolean {
  const [label, ...rest] = children
  if (label?.type !== 'strong' || !LABELS.test(textOf(label).trim())) return false
  const [first, ...others] = rest
  const links =
    first?.type === 'text'
      ? [{ ...first, value: first.value.replace(/^\s*:/, '') }, ...others]
      : rest
  const isLink = ({ type }: PhrasingContent): boolean => type === 'link' || type === 'linkReference'
  return links.some(isLink) && links.every(isPart)
}
