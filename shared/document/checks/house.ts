import { type Check, type Finding, inBlock, inField } from './finding'
import type { WordRule } from './houseRules'
import { proseOf } from './words'

/** The rest of a word, of a length that words have: no rule can make the search slow. */
const REST = "[\\p{L}\\p{M}'’]{0,40}"

function patternOfWord(word: string): string {
  const [, before = '', middle = '', after = ''] = /^(\*?)(.*?)(\*?)$/u.exec(word) ?? []
  const plain = middle.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  return `${before && REST}${plain}${after && REST}`
}

function patternOf({ find }: WordRule): RegExp {
  const words = find.trim().split(/\s+/).map(patternOfWord)
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu')
}

/** What the library itself asks of its articles. */
export const checkHouseRules: Check = ({ content, title, rules }) => {
  const { meta, blocks } = content
  const required = rules.require.flatMap((field): Finding[] => {
    const value =
      field === 'title' ? title : field === 'lead' ? meta.lead.src : Reflect.get(meta, field)
    const isThere =
      typeof value === 'string' ? value.trim() !== '' : Array.isArray(value) && value.length > 0
    return isThere
      ? []
      : [inField(field, 'required', 'error', `The house asks for “${field}”, and it is empty.`)]
  })
  if (rules.words.length === 0) return required
  const patterns = rules.words.map((rule) => ({ rule, pattern: patternOf(rule) }))
  const inText = blocks.flatMap((block) => {
    const text = proseOf(block)
    return patterns.flatMap(({ rule, pattern }) =>
      [...text.matchAll(pattern)].map(([found]) => {
        const say =
          rule.say === '' ? `The house does not write “${found}”.` : `“${found}”: ${rule.say}`
        return inBlock(block, 'house-word', rule.level, say, found)
      }),
    )
  })
  return [...required, ...inText]
}
