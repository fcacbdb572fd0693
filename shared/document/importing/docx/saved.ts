import type { Saved } from '../../../domain/documentReading'
import { elementsIn, parseXml, rootOf, type XmlElement } from './xml'

/** What programs write where nobody gave a name. */
const NOBODY =
  /^(?:un-?named|unknown( author)?|galley|user|author|python-docx|microsoft office user)$/i

const NAMES = { by: ['cp:lastModifiedBy', 'dc:creator'], at: ['dcterms:modified', 'dc:date'] }

/** Who saved a document last, from its part of properties, Word's `core.xml` or OpenDocument's `meta.xml`. */
export function savedIn(properties: string): Saved {
  const root = rootOf(parseXml(properties))
  if (!root) return { by: '', at: '' }
  const by = textIn(root, NAMES.by)
  return { by: NOBODY.test(by) ? '' : by, at: textIn(root, NAMES.at) }
}

/** The words of the first of some elements that is there. */
function textIn(root: XmlElement, names: readonly string[]): string {
  const within = (node: XmlElement): readonly XmlElement[] => [
    node,
    ...elementsIn(node).flatMap(within),
  ]
  const all = within(root)
  for (const name of names) {
    const [child] = all.find((node) => node.name === name)?.children ?? []
    if (child?.type === 'text') return child.value.trim()
  }
  return ''
}
