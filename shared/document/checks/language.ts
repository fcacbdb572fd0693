import { toString as plainText } from 'mdast-util-to-string'
import { isPullMark } from '../../features/quote'
import { type Check, type Finding, inBlock, inField } from './finding'
import { excerpt, proseOf } from './words'

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

/** A quotation says whose words it is; a pull quote repeats words of the article, which says so. */
export const checkQuotations: Check = ({ content }) =>
  content.blocks.flatMap((block): readonly Finding[] => {
    const [node] = block.nodes
    const text = node ? plainText(node).trim() : ''
    if (node?.type === 'blockquote') {
      if (isPullMark(node.children[0])) return []
      const last = node.children.at(-1)
      const line = last ? (plainText(last).trim().split('\n').at(-1) ?? '') : ''
      if (/^\s*(?:[—―–]|--(?!-))\s*\S/.test(line)) return []
    } else if (
      node?.type !== 'paragraph' ||
      !QUOTED.test(text) ||
      /[”"»](?:\s*[,.])?\s+\p{Ll}/u.test(text)
    ) {
      return []
    }
    const message = `The quotation “${excerpt(text.replace(/^[“"„«]/, ''))}” does not say whose it is.`
    return [inBlock(block, 'quotation', 'warning', message)]
  })

/** Suggestions and comments that wait for an answer, each where its words stand. */
export const checkReview: Check = ({ content, review }) => {
  const { blocks } = content
  const open = [
    ...review.suggestions.map(({ head, inserted }) => ({
      kind: 'suggestion',
      head,
      text: inserted,
    })),
    ...review.threads
      .filter(({ isResolved }) => !isResolved)
      .map(({ head, quote }) => ({ kind: 'comment', head, text: quote })),
  ]
  return open.map(({ kind, head, text }): Finding => {
    const words = text.trim()
    const message =
      words === ''
        ? `A ${kind} has not been settled.`
        : `A ${kind} on “${excerpt(words)}” has not been settled.`
    if (head !== undefined) return inField(head, 'review', 'error', message)
    const holder =
      words === '' ? undefined : blocks.find(({ markdown }) => markdown.includes(words))
    const block = holder ?? blocks[0]
    return block === undefined
      ? inField('title', 'review', 'error', message)
      : inBlock(block, 'review', 'error', message, holder === undefined ? '' : words)
  })
}
