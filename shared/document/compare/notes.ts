import type { Element, ElementContent } from 'hast'
import { matchInPlace } from '../../text/matchBlocks'
import type { InlineSides, KeyOf } from './inline'

/** A reference is the same as long as its note is, whatever its number has become. */
export function noteKeys(before: Element | undefined, after: Element | undefined): InlineSides {
  const a = notesIn(before)
  const b = notesIn(after)
  const [aKeys, bKeys] = [new Map<string, string>(), new Map<string, string>()]
  for (const match of matchInPlace(a, b)) {
    const old = 'before' in match ? a[match.before]?.id : undefined
    const now = 'after' in match ? b[match.after]?.id : undefined
    if (old !== undefined) aKeys.set(old, `note ${now ?? `gone ${old}`}`)
    if (now !== undefined) bKeys.set(now, `note ${now}`)
  }
  return { before: keyIn(aKeys), after: keyIn(bKeys) }
}

interface Note {
  readonly id: string
  readonly text: string
  readonly kind: string
}

function notesIn(section: Element | undefined): readonly Note[] {
  const notes: Note[] = []
  const walk = (node: Element): void => {
    if (node.tagName === 'li' && /^fn-\d+$/.test(String(node.properties.id))) {
      notes.push({ id: String(node.properties.id), text: wordsIn(node), kind: 'note' })
      return
    }
    for (const child of node.children) if (child.type === 'element') walk(child)
  }
  if (section) walk(section)
  return notes
}

function keyIn(keys: ReadonlyMap<string, string>): KeyOf {
  return (atom) => {
    if (atom.properties.role === 'doc-backlink') return 'back'
    const { className } = atom.properties
    if (!Array.isArray(className) || !className.includes('noteref')) return undefined
    const [link] = atom.children
    const href = link?.type === 'element' ? String(link.properties.href) : ''
    return keys.get(href.slice(1)) ?? href
  }
}

function wordsIn(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element' || node.properties.role === 'doc-backlink') return ''
  return node.children.map(wordsIn).join('')
}

/**
 * What is no longer there must not be led to: its ids and its number would be those of another.
 * Which note it was stays known, for a format that keeps notes beside their references.
 */
export function withoutIds(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node
  const { id, ...properties } = node.properties
  const children = node.children.map(withoutIds) as Element['children']
  const note = /^#?fn-(\d+)$/.exec(String(properties.href ?? id ?? ''))?.[1]
  if (note !== undefined) {
    delete properties.href
    properties.dataNote = note
  }
  return { ...node, properties, children }
}
