import type { Root, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { type Options, toMarkdown } from 'mdast-util-to-markdown'
import { features } from '../../features'

/** What was typed as words must not be read as a mark of review: `{++` is written `\\{++`. */
const REVIEW_SIGNS: NonNullable<Options['unsafe']> = [
  { character: '{', after: '(?:\\+\\+|--|~~|==|>>)', inConstruct: 'phrasing' },
  { before: '(?:\\+\\+|--|~~|==|<<)', character: '}', inConstruct: 'phrasing' },
  { before: '~', character: '>', inConstruct: 'phrasing' },
]

const OPTIONS: Options = {
  bullet: '-',
  bulletOther: '*',
  emphasis: '*',
  strong: '*',
  rule: '-',
  fences: true,
  listItemIndent: 'one',
  extensions: [
    { unsafe: REVIEW_SIGNS },
    gfmToMarkdown({ tablePipeAlign: false }),
    ...features.flatMap((feature) => feature.markdown.toMarkdown ?? []),
  ],
}

/** Inside a word an underscore means nothing, unless the letter beside it had to be spelled `&#x61;`. */
function escapeUnderscores(markdown: string): string {
  return markdown.replace(/(&#x[\dA-F]+;)_/gi, '$1\\_').replace(/(?<!\\)_(?=&#x[\dA-F]+;)/gi, '\\_')
}

/** Writes a tree as Markdown with `\n` line endings and none at the end. */
export function writeMarkdown(
  nodes: readonly RootContent[],
  manner: 'plain' | 'careful' = 'plain',
): string {
  const tree: Root = { type: 'root', children: [...nodes] }
  if (manner === 'plain') return toMarkdown(tree, OPTIONS).replace(/\n$/, '')
  // An address in full says where it ends, whatever stands around it.
  return escapeUnderscores(toMarkdown(tree, { ...OPTIONS, resourceLink: true }).replace(/\n$/, ''))
}
