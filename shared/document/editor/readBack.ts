import { $generateNodesFromMdast } from '@lexical/mdast'
import type { LexicalEditor } from 'lexical'
import type { Root } from 'mdast'
import { parseInContext, type ReferenceContext } from '../markdown/context'
import { parseMarkdown } from '../markdown/parse'
import { prepareForEditor } from '../markdown/prepare'
import type { ParseMarkdown } from '../markdown/rememberParsed'
import { $exportBlock, fingerprint } from './exportBlock'

/**
 * What a text will say when the file is opened next: its fingerprint after reading it into an editor
 * and out again. A save compares it with what the editor holds, so that nothing is written that
 * would read differently. `scratch` is an editor that nobody looks at.
 */
export function readBack(
  markdown: string,
  {
    context,
    scratch,
    parse = parseMarkdown,
  }: { context: ReferenceContext; scratch: LexicalEditor; parse?: ParseMarkdown },
): string {
  const prepared = (source: string): Root =>
    prepareForEditor(structuredClone(parse(source)), source)
  let result = ''
  scratch.update(
    () => {
      const definitions = context.source === '' ? [] : prepared(context.source).children
      const children = parseInContext(markdown, context, prepared)
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
