import type { Nodes } from 'hast'
import { expect, it } from 'vitest'
import { toMarkdownProfile } from '../../../shared/document/export/markdown'
import type { MarkdownProfileName } from '../../../shared/domain/exports'
import { faultsIn } from './faults'
import { HOSTILE_ARTICLES } from './payloads'
import { type Reader, readHugo, readJekyll, readMdx } from './readers'

const READERS: Readonly<Record<string, readonly [MarkdownProfileName, Reader]>> = {
  MDX: ['astro', readMdx],
  'Liquid and kramdown': ['jekyll', readJekyll],
  'Hugo’s Goldmark': ['hugo', readHugo],
}

/** What is a command to one of them, and words to whoever wrote it. */
const SIGNS = [
  '{{ 6 | times: 7 }}',
  '{{- "a" -}}',
  '{% assign a = 1 %}',
  '{% endraw %}{{ 6 | times: 7 }}',
  '{%- endraw -%}{% include a %}',
  '{{< figure src="a" >}}',
  '{{% ref "a" %}}',
  '{{</* a */>}}',
  '{{.Site.Title}}',
  '{6 * 7}',
  '{/* a */}',
]
const PLACES: readonly ((sign: string) => string)[] = [
  (sign) => `A ${sign} word.`,
  (sign) => sign,
  (sign) => `## A ${sign}`,
  (sign) => `- a\n- ${sign}`,
  (sign) => `> ${sign}`,
  (sign) => `a \`${sign}\` b`,
  (sign) => `\`\`\`\n${sign}\n\`\`\``,
  (sign) => `[a ${sign}](b)`,
  (sign) => `| a |\n|---|\n| ${sign.replaceAll('|', '\\|')} |`,
  (sign) => `a[^1]\n\n[^1]: b ${sign}`,
  (sign) => `<details>\n\n${sign}\n\n</details>`,
]
const SIGNED = SIGNS.flatMap((sign) => PLACES.map((place) => ({ sign, text: place(sign) })))

function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

const plain = (text: string): string => text.replace(/[“”"]/g, '"').replace(/\s+/g, ' ')

it.each(Object.entries(READERS))(
  '%s makes nothing that acts of what is exported for it',
  async (name, [profile, read]) => {
    const exported = (text: string): string => toMarkdownProfile(text, profile)
    const texts = [...new Set(HOSTILE_ARTICLES.map(({ text }) => exported(text)))]
    const trees = await read([...texts, ...SIGNED.map(({ text }) => exported(text))])
    if (trees === null) {
      console.info(`${name} is not installed here, and was not asked.`)
      return
    }
    const acts = texts.flatMap((text, index) => {
      const tree = trees[index]
      const found = tree ? faultsIn(tree, { isPage: false, isMarkdown: true }) : ['nothing']
      return found.length > 0 ? [`${found.join(', ')} in\n${text}`] : []
    })
    expect(acts).toEqual([])
    const ran = SIGNED.flatMap(({ sign, text }, index) => {
      const tree = trees[texts.length + index]
      const words = plain(tree ? wordsOf(tree) : '')
      return words.includes(plain(sign)) ? [] : [`${text} → ${words}`]
    })
    expect(ran).toEqual([])
  },
)
