import { $createHeadingNode, $isHeadingNode, type HeadingTagType } from '@lexical/rich-text'
import { $getState, $setState } from 'lexical'
import type { Heading, PhrasingContent } from 'mdast'
import { defaultHandlers } from 'mdast-util-to-markdown'
import { visit } from 'unist-util-visit'
import { joinLines } from '../../text/runs'
import type { MarkdownRules } from '../feature'
import { $exportInline } from '../inline'
import { setextState } from './node'

declare module 'mdast' {
  interface HeadingData {
    setext?: boolean
  }
}

const DEPTHS: Readonly<Record<HeadingTagType, Heading['depth']>> = {
  h1: 1,
  h2: 2,
  h3: 3,
  h4: 4,
  h5: 5,
  h6: 6,
}

function asOneLine(node: PhrasingContent): PhrasingContent {
  if (node.type === 'break') return { type: 'html', value: '<br>' }
  return 'children' in node ? { ...node, children: node.children.map(asOneLine) } : node
}

/** Only the two upper ranks can stand on two lines, underlined; to a tag a space says the same. */
function onOneLine(node: PhrasingContent): PhrasingContent {
  if (node.type === 'opaqueText') return { ...node, value: joinLines(node.value) }
  if (!('children' in node)) return node
  return { ...node, children: node.children.map(onOneLine) } as PhrasingContent
}

export const headingMarkdown: MarkdownRules = {
  prepare(tree, source) {
    visit(tree, 'heading', (node) => {
      const start = node.position?.start.offset
      if (start === undefined || node.depth > 2) return
      if (!/^#{1,6}([ \t\r\n]|$)/.test(source.slice(start, start + 7)))
        node.data = { ...node.data, setext: true }
    })
  },
  importRules: [
    {
      type: 'heading',
      $import(node: Heading, context) {
        const heading = $createHeadingNode(`h${node.depth}`)
        if (node.data?.setext) $setState(heading, setextState, true)
        return heading.append(...context.importChildren(node))
      },
    },
  ],
  exportRules: [
    {
      type: 'heading',
      $export(node, context) {
        if (!$isHeadingNode(node)) return null
        const depth = DEPTHS[node.getTag()]
        const inline = $exportInline(node, context)
        const children = depth <= 2 ? inline : inline.map(onOneLine)
        const heading: Heading = { type: 'heading', depth, children }
        if (depth <= 2 && $getState(node, setextState)) heading.data = { setext: true }
        return heading
      },
    },
  ],
  toMarkdown: [
    {
      handlers: {
        heading(node: Heading, parent, state, info) {
          const { setext } = state.options
          state.options.setext = node.data?.setext === true
          // A line that ends in a heading would make it one of the underlined kind, or end it.
          const children = node.children.map(asOneLine)
          try {
            return defaultHandlers.heading({ ...node, children }, parent, state, info)
          } finally {
            state.options.setext = setext
          }
        },
      },
    },
  ],
}
