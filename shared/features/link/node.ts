import { LinkExtension as LexicalLinkExtension, type LinkNode } from '@lexical/link'
import { $getState, configExtension, createState, defineExtension } from 'lexical'
import { isWholeAddress } from './address'

/** How the link was written; an unknown one is written `[text](address)`. */
export const linkStyleState = createState('linkStyle', {
  parse: (value): '' | 'autolink' | 'literal' =>
    value === 'autolink' || value === 'literal' ? value : '',
})

/** A reference to a definition elsewhere in the file, and the address it had when it was read. */
export interface LinkReferenceStyle {
  readonly identifier: string
  readonly label: string
  readonly kind: 'shortcut' | 'collapsed' | 'full'
  readonly url: string
  readonly title: string | null
}

function parseReference(value: unknown): LinkReferenceStyle | null {
  if (typeof value !== 'object' || value === null) return null
  const { identifier, label, kind, url, title } = value as Record<string, unknown>
  if (typeof identifier !== 'string' || typeof label !== 'string' || typeof url !== 'string')
    return null
  if (kind !== 'shortcut' && kind !== 'collapsed' && kind !== 'full') return null
  return { identifier, label, kind, url, title: typeof title === 'string' ? title : null }
}

export const referenceState = createState('reference', { parse: parseReference })

/** The label of the definition that a link's address comes from; null for one that has its own. */
export function referenceOf(link: LinkNode): string | null {
  const reference = $getState(link, referenceState)
  const isUsed = reference?.url === link.getURL() && reference.title === (link.getTitle() || null)
  return isUsed ? normalLabel(reference.label) : null
}

/** A definition's label as Markdown compares it. */
function normalLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase()
}

export const LinkExtension = defineExtension({
  name: 'galley/link',
  dependencies: [configExtension(LexicalLinkExtension, { validateUrl: isWholeAddress })],
})
