import { $createCodeNode, $isCodeNode } from '@lexical/code-core'
import { $getState, $setState } from 'lexical'
import type { Code } from 'mdast'
import { defaultHandlers } from 'mdast-util-to-markdown'
import { visit } from 'unist-util-visit'
import type { MarkdownRules } from '../feature'
import { fenceState, metaState } from './node'

declare module 'mdast' {
  interface CodeData {
    /** The fence as written; `''` for indented code. */
    fence?: string
  }
}

export const codeMarkdown: MarkdownRules = {
  prepare(tree, source) {
    visit(tree, 'code', (node) => {
      const start = node.position?.start.offset
      if (start === undefined) return
      const fence = /^[ \t]*(`{3,}|~{3,})/.exec(source.slice(start, start + 80))?.[1] ?? ''
      node.data = { ...node.data, fence }
    })
  },
  importRules: [
    {
      type: 'code',
      $import(node: Code, context) {
        const code = $createCodeNode(node.lang ?? undefined)
        if (node.data?.fence !== undefined) $setState(code, fenceState, node.data.fence)
        if (node.meta) $setState(code, metaState, node.meta)
        // The editor parts lines by line feeds alone, whatever the file does.
        return code.append(...context.createText(node.value.replace(/\r\n?/g, '\n'), 0))
      },
    },
  ],
  exportRules: [
    {
      type: 'code',
      $export(node) {
        if (!$isCodeNode(node)) return null
        const code: Code = {
          type: 'code',
          lang: node.getLanguage() || null,
          meta: $getState(node, metaState) || null,
          value: node.getTextContent(),
          data: { fence: $getState(node, fenceState) },
        }
        return code
      },
    },
  ],
  toMarkdown: [
    {
      handlers: {
        code(node: Code, parent, state, info) {
          const { fence, fences } = state.options
          const written = node.data?.fence ?? '```'
          state.options.fence = written.startsWith('~') ? '~' : '`'
          state.options.fences = written !== ''
          try {
            return defaultHandlers.code(node, parent, state, info)
          } finally {
            state.options.fence = fence
            state.options.fences = fences
          }
        },
      },
    },
  ],
}
