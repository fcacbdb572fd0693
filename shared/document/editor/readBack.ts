import { $generateNodesFromMdast } from '@lexical/mdast'
import type { LexicalEditor } from 'lexical'
import { parseInContext, type ReferenceContext } from '../markdown/context'
import { parseForEditor } from '../markdown/prepare'
import { $exportBlock, fingerprint } from './exportBlock'

/**
 * What a text will say when the file is opened next: its fingerprint after reading it into an editor
 * and out again. A save compares it with what the editor holds, so that nothing is written that
 * would read differently. `scratch` is an editor that nobody looks at.
 */
export function readBack(
  markdown: string,
  context: ReferenceContext,
  scratch: LexicalEditor,
): string {
  let result = ''
  scratch.update(
    () => {
      const definitions = parseForEditor(context.source).children
      const children = parseInContext(markdown, context, parseForEditor)
      const nodes = $generateNodesFromMdast({
        type: 'root',
        children: [...definitions, ...children],
      })
      result = fingerprint(nodes.slice(definitions.length).flatMap($exportBlock))
    },
    { discrete: true },
  )
  return result
}
