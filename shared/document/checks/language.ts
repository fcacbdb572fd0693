import { toString as plainText } from 'mdast-util-to-string'
import { type Check, type Finding, inBlock, inField, type Level } from './finding'
import { excerpt, nodesOf, proseOf } from './words'

/** Words that may rightly stand twice, by language. */
const TWICE: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['had', 'that', 'is', 'so', 'very', 'no', 'bye', 'hush', 'ha', 'blah', 'do']),
  de: new Set(['die', 'der', 'das', 'sie', 'den', 'wenn', 'dass']),
  fr: new Set(['nous', 'vous', 'faire']),
  es: new Set(['no']),
}

const DOUBLED =
  /(?<![\p{L}\p{N}\p{M}'’-])(\p{L}[\p{L}\p{M}'’]*)[ \t\r\n]+\1(?![\p{L}\p{N}\p{M}'’-])/giu

/** `the the` */
export const checkDoubledWords: Check = ({ content }) => {
  const allowed = TWICE[content.meta.lang.slice(0, 2).toLowerCase()] ?? new Set()
  return content.blocks.flatMap((block) =>
    [...proseOf(block).matchAll(DOUBLED)].flatMap(([found, word = '']): readonly Finding[] =>
      allowed.has(word.toLowerCase())
        ? []
        : [inBlock(block, 'doubled-word', 'warning', `“${word}” stands twice.`, found)],
    ),
  )
}

const PLACEHOLDERS: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])TK+(?![\p{L}\p{N}])/gu,
  /lorem ipsum/gi,
  /(?<![\p{L}\p{N}])(?:TO[D]O|FIX[M]E|TBC|TBD|X{3,})(?![\p{L}\p{N}])/gu,
]

function placeholdersIn(text: string): readonly string[] {
  return PLACEHOLDERS.flatMap((pattern) => [...text.matchAll(pattern)].map(([found]) => found))
}

/** TK, lorem ipsum and their like, in the text and in what is said of it. */
export const checkPlaceholders: Check = ({ content }) => {
  const { meta, blocks } = content
  const message = (found: string) => `“${found}” still stands for something to come.`
  const fields = [
    ['title', meta.title],
    ['standfirst', meta.standfirst],
    ['description', meta.description],
    ['social', meta.social],
  ] as const
  return [
    ...fields.flatMap(([field, text]) =>
      placeholdersIn(text).map((found) => inField(field, 'placeholder', 'error', message(found))),
    ),
    ...blocks.flatMap((block) =>
      placeholdersIn(proseOf(block)).map((found) =>
        inBlock(block, 'placeholder', 'error', message(found), found),
      ),
    ),
  ]
}

const QUOTED = /^[“"„«»‘].*[”"“»«’][.!?]?$/su

/** A quotation says whose words it is. */
export const checkQuotations: Check = ({ content }) =>
  content.blocks.flatMap((block): readonly Finding[] => {
    const [node] = block.nodes
    const text = node ? plainText(node).trim() : ''
    if (node?.type === 'blockquote') {
      const last = node.children.at(-1)
      const line = last ? (plainText(last).trim().split('\n').at(-1) ?? '') : ''
      if (/^\s*(?:[—―–]|--(?!-))\s*\S/.test(line)) return []
    } else if (
      node?.type !== 'paragraph' ||
      !QUOTED.test(text) ||
      /[”"»]\s*[,.]?\s+\p{Ll}/u.test(text)
    ) {
      return []
    }
    const message = `The quotation “${excerpt(text.replace(/^[“"„«]/, ''))}” does not say whose it is.`
    return [inBlock(block, 'quotation', 'warning', message)]
  })

const CRITIC = /\{(\+\+|--|~~|==|>>)/g
const REVIEW_LEVEL: Level = 'error'

/** Suggestions and comments that wait for an answer. */
export const checkReview: Check = ({ content }) =>
  content.blocks.flatMap((block): readonly Finding[] => {
    if (!block.markdown.includes('{')) return []
    const code = nodesOf(block).filter(({ type }) => type === 'code' || type === 'inlineCode')
    const inCode = code.map((node) => ('value' in node ? node.value : '')).join('\n')
    const marks = [...block.markdown.matchAll(CRITIC)].map(([, mark]) => mark)
    const ignored = [...inCode.matchAll(CRITIC)].length
    if (marks.length <= ignored) return []
    const comments = marks.filter((mark) => mark === '>>').length
    const kind = comments === marks.length ? 'comment' : 'suggestion'
    return [
      inBlock(block, 'review', REVIEW_LEVEL, `A ${kind} in this paragraph has not been settled.`),
    ]
  })
