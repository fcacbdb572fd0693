import { $createLinkNode, $isAutoLinkNode, $isLinkNode, type LinkNode } from '@lexical/link'
import { $getState, $setState } from 'lexical'
import type { Link, LinkReference, PhrasingContent } from 'mdast'
import { defaultHandlers } from 'mdast-util-to-markdown'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { MarkdownRules } from '../feature'
import { linkStyleState, referenceState } from './node'

declare module 'mdast' {
  interface LinkData {
    style?: 'autolink' | 'literal'
  }
}

/** The Markdown of a link's shell; its children are filled in by whoever nests inline content. */
function $shell(node: LinkNode): Link | LinkReference {
  const reference = $getState(node, referenceState)
  const url = node.getURL()
  const title = node.getTitle() || null
  if (reference && reference.url === url && reference.title === title) {
    const { identifier, label, kind } = reference
    return { type: 'linkReference', identifier, label, referenceType: kind, children: [] }
  }
  const style = $isAutoLinkNode(node) ? 'literal' : $getState(node, linkStyleState)
  const link: Link = { type: 'link', url, title, children: [] }
  if (style !== '') link.data = { style }
  return link
}

/** What an address without brackets may stand behind, and what after it would be taken for a part of it. */
const BEFORE_LITERAL = /(?:^|[\s*_~(])$/
const GOES_ON = /^[\p{L}\p{N}/=&#%_~-]/u

export const linkMarkdown: MarkdownRules = {
  prepare(tree, source) {
    visit(tree, 'link', (node) => {
      const first = source[node.position?.start.offset ?? -1]
      if (first !== '[') node.data = { ...node.data, style: first === '<' ? 'autolink' : 'literal' }
    })
  },
  importRules: [
    {
      type: 'link',
      $import(node: Link, context) {
        const link = $createLinkNode(node.url, { title: node.title ?? undefined })
        if (node.data?.style) $setState(link, linkStyleState, node.data.style)
        return link.append(...context.importChildren(node))
      },
    },
    {
      type: 'linkReference',
      $import(node: LinkReference, context) {
        const definition = context.getDefinition(node.identifier)
        if (!definition) return context.importChildren(node)
        const { url } = definition
        const title = definition.title ?? null
        const link = $createLinkNode(url, { title: title ?? undefined })
        const { identifier, referenceType: kind } = node
        $setState(link, referenceState, {
          identifier,
          label: node.label ?? identifier,
          kind,
          url,
          title,
        })
        return link.append(...context.importChildren(node))
      },
    },
  ],
  exportRules: ['link', 'autolink'].map((type) => ({
    type,
    $export: (node) => ($isLinkNode(node) ? $shell(node) : null),
  })),
  toMarkdown: [
    {
      // After a reference that begins a line it would make it a definition.
      unsafe: [{ before: '\\]', character: ':', inConstruct: 'phrasing' }],
      handlers: {
        link(node: Link, parent, state, info) {
          const { resourceLink } = state.options
          const text = textOf(node)
          // Both short forms show the address itself: once the text differs, they cannot be used.
          const isShort =
            resourceLink !== true &&
            node.data?.style !== undefined &&
            !node.title &&
            addresses(text).includes(node.url) &&
            isPlain(node.children)
          const standsAlone = BEFORE_LITERAL.test(info.before) && !GOES_ON.test(info.after)
          if (isShort && standsAlone && node.data?.style === 'literal') return text
          state.options.resourceLink = !isShort
          try {
            return defaultHandlers.link(node, parent, state, info)
          } finally {
            state.options.resourceLink = resourceLink
          }
        },
      },
    },
  ],
}

/** The addresses that a literal link with this text may stand for (GFM: www. gets http, mail gets mailto). */
function addresses(text: string): readonly string[] {
  return [text, `http://${text}`, `mailto:${text}`]
}

function isPlain(children: readonly PhrasingContent[]): boolean {
  return children.every((child) => child.type === 'text')
}
