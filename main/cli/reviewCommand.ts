import { AppError } from '../../shared/api/errors'
import { encodeArticle } from '../../shared/article'
import {
  decideFile,
  Entangled,
  HEAD_NAMES,
  listFile,
  parseReview,
  type Review,
  type ReviewComment,
  type ReviewList,
  type Suggestion,
  serialiseReview,
  summariseReview,
  tellSuggestion,
  withoutComments,
  withoutHeadThreads,
} from '../../shared/review'
import type { FileStore } from '../ports/fileStore'
import { readArticleFile } from './articleFile'
import type { ReviewOptions } from './reviewOptions'
import type { Terminal } from './terminal'

interface Needs {
  readonly files: FileStore
  readonly terminal: Terminal
}

/** Lists the review in an article's file, or decides suggestions in it and writes it back. */
export async function reviewOne(
  file: string,
  options: ReviewOptions,
  { files, terminal }: Needs,
): Promise<boolean> {
  const { root, path, text, encoding, revision } = await readArticleFile(
    files,
    file,
    terminal.currentFolder,
  )
  const review = parseReview(text)
  const list = listFile(review)
  if (options.kind === 'list') {
    terminal.print(options.json ? `${JSON.stringify(plain(list), null, 2)}\n` : inWords(list))
    return true
  }
  const decided = decideWhole(review, list, options)
  const changed = serialiseReview(options.ids === 'all' ? withoutTalk(decided) : decided)
  const done = options.decision === 'accept' ? 'accepted' : 'rejected'
  const count = options.ids === 'all' ? list.suggestions.length : new Set(options.ids).size
  if (changed !== text) await files.replace(root, path, encodeArticle(changed, encoding), revision)
  terminal.print(`${file}: ${count} ${count === 1 ? 'suggestion' : 'suggestions'} ${done}\n`)
  return true
}

/** The review when nothing of it is open any more: nobody needs what was said. */
function withoutTalk({ frontMatter, nodes }: Review): Review {
  return { frontMatter: withoutHeadThreads(frontMatter), nodes: withoutComments(nodes) }
}

/** The same, with its refusal as a fault of the file. */
function decideWhole(...of: Parameters<typeof decideSome>): Review {
  try {
    return decideSome(...of)
  } catch (error) {
    if (error instanceof Entangled) throw new AppError('invalid', error.message)
    throw error
  }
}

function decideSome(
  review: Review,
  { suggestions }: ReviewList,
  { ids, decision }: Extract<ReviewOptions, { kind: 'decide' }>,
): Review {
  if (ids === 'all') return decideFile(review, () => decision)
  const known = new Set(suggestions.map(({ id }) => id))
  const unknown = [...ids].find((id) => !known.has(id))
  if (unknown !== undefined) {
    throw new AppError('not-found', `it has no suggestion “${unknown}”; --list shows them all`)
  }
  return decideFile(review, ({ id }) => (ids.includes(id) ? decision : 'keep'))
}

function plain({ suggestions, threads }: ReviewList) {
  return {
    suggestions: suggestions.map(({ nodes: _, move, ...suggestion }) => ({
      ...suggestion,
      ...(move && { direction: move.direction }),
    })),
    comments: threads.map(({ node: _, ...thread }) => thread),
  }
}

function inWords({ suggestions, threads }: ReviewList): string {
  const suggested = suggestions.map((each) => {
    const isClosed = each.isResolved ? ' resolved' : ''
    return `${lineOf(each)}${isClosed}\n${talkOf(each.replies)}`
  })
  const said = threads.map(({ id, head, comments, quote, isResolved }) => {
    const where = head === undefined ? '' : ` on the ${HEAD_NAMES[head].toLowerCase()}`
    const about = quote === '' ? where : `${where || ' on'} “${inLine(quote)}”`
    return `${id} ${isResolved ? 'resolved' : 'open'}${about}\n${talkOf(comments)}`
  })
  if (suggested.length + said.length === 0) return 'no review\n'
  return `${suggested.join('')}${said.join('')}${sumOf({ suggestions, threads })}`
}

function lineOf(suggestion: Suggestion): string {
  const { id, head, kind, author, time, move } = suggestion
  const { does, deleted, inserted } = tellSuggestion(suggestion)
  const what = { insertion: '+', deletion: '-', replacement: '±', move: '↕' }[kind]
  const by = signed(author, time)
  const words = [
    ...(deleted === '' ? [] : [`- “${inLine(deleted)}”`]),
    ...(inserted === '' || move ? [] : [`+ “${inLine(inserted)}”`]),
    ...(move ? [`${does.toLowerCase()} “${inLine(inserted.trim())}”`] : []),
  ]
  const where = head === undefined ? '' : `${HEAD_NAMES[head].toLowerCase()} `
  return `${id} ${what} ${where}${by}: ${words.join(' ') || does.toLowerCase()}`
}

function talkOf(comments: readonly ReviewComment[]): string {
  return comments
    .map(({ author, time, text }) => `   ${signed(author, time)}: ${inLine(text)}\n`)
    .join('')
}

function sumOf(list: ReviewList): string {
  const { suggestions, openThreads, byAuthor } = summariseReview(list)
  const people = byAuthor.map(
    ({ author, suggestions: count, moves, added, removed }) =>
      `${author === null ? 'someone' : `@${author}`} ${count} (+${added} -${removed} words${moves === 0 ? '' : `, ${moves} moved`})`,
  )
  const by = people.length === 0 ? '' : `: ${people.join(', ')}`
  return `suggestions ${suggestions}${by}; open threads ${openThreads}\n`
}

function signed(author: string | null, time: string | null): string {
  return `${author === null ? 'someone' : `@${author}`}${time === null ? '' : ` ${time}`}`
}

const MAX_SHOWN = 120

function inLine(text: string): string {
  const line = text.replace(/[\r\n]+/g, ' ¶ ')
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line
}
