import type { Element, Root } from 'hast'
import type { Tally } from '../report'
import {
  attribute,
  changeElements,
  classesOf,
  element,
  hasClass,
  isElement,
  styleOf,
} from '../tree'

/** Paragraph styles that Word names by class, in its own language or by number. */
function headingLevel(node: Element): number | null {
  for (const name of classesOf(node)) {
    if (/^MsoTitle(?:Cxsp\w+)?$/i.test(name)) return 1
    if (/^MsoSubtitle(?:Cxsp\w+)?$/i.test(name)) return 2
    const level = /^(?:Mso)?Heading([1-6])$/i.exec(name)?.[1]
    if (level !== undefined) return Number(level)
  }
  if (node.tagName !== 'p' && node.tagName !== 'div') return null
  const outline = /^([1-6])$/.exec(styleOf(node).get('mso-outline-level') ?? '')?.[1]
  if (outline !== undefined) return Number(outline)
  // Word in the browser, and others that care for screen readers.
  if (attribute(node, 'role') === 'heading') {
    const level = Number(attribute(node, 'ariaLevel'))
    return level >= 1 && level <= 6 ? level : 2
  }
  return null
}

function isComment(node: Element): boolean {
  const style = styleOf(node)
  return (
    /^comment/.test(style.get('mso-element') ?? '') ||
    style.has('mso-comment-reference') ||
    (style.get('mso-special-character') ?? '') === 'comment' ||
    hasClass(node, /^MsoCommentReference$/i)
  )
}

/** Word's own: `o:p`, headings and quotations by class, comments in the margin, tracked deletions. */
export function readWordParagraphs(tree: Root, tally: Tally): Root {
  return changeElements(tree, (node) => {
    if (/^(?:o|w|st1|m|v):/.test(node.tagName)) {
      return node.tagName.startsWith('v:') ? [] : node.children
    }
    if (isComment(node)) {
      if (styleOf(node).get('mso-element') === 'comment') tally.drop('comment')
      return []
    }
    if (/^(?:foot|end)note-list$/.test(styleOf(node).get('mso-element') ?? '')) {
      // Word draws the rule above the notes itself.
      return node.children.filter((child) => !isElement(child, 'hr', 'br'))
    }
    const level = headingLevel(node)
    if (level !== null && !/^h[1-6]$/.test(node.tagName)) return element(`h${level}`, node.children)
    if (node.tagName === 'p' && hasClass(node, /^Mso(?:Intense)?Quote/i)) {
      return element('blockquote', [element('p', node.children)])
    }
    return node
  })
}
