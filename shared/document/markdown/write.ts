import type { Root, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { type Options, toMarkdown } from 'mdast-util-to-markdown'
import { features } from '../../features'

const OPTIONS: Options = {
  bullet: '-',
  bulletOther: '*',
  emphasis: '*',
  strong: '*',
  rule: '-',
  fences: true,
  listItemIndent: 'one',
  extensions: [
    gfmToMarkdown({ tablePipeAlign: false }),
    ...features.flatMap((feature) => feature.markdown.toMarkdown ?? []),
  ],
}

/** Every underscore is escaped: next to a character that had to be spelled as `&#x61;` one may count. */
const CAREFUL: Options = {
  ...OPTIONS,
  unsafe: [{ character: '_', inConstruct: 'phrasing' }],
}

/** Writes a tree as Markdown with `\n` line endings and none at the end. */
export function writeMarkdown(
  nodes: readonly RootContent[],
  manner: 'plain' | 'careful' = 'plain',
): string {
  const tree: Root = { type: 'root', children: [...nodes] }
  return toMarkdown(tree, manner === 'plain' ? OPTIONS : CAREFUL).replace(/\n$/, '')
}
