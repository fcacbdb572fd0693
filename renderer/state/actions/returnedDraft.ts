import { MAX_PICTURE_BYTES } from '../../../shared/api/contract'
import { decodeArticle } from '../../../shared/article'
import type { ArticleId } from '../../../shared/domain/article'
import { toBase64 } from '../../../shared/domain/base64'
import {
  cleanText,
  listFile,
  mergeReturned,
  minuteOf,
  parseReview,
  type ReturnedDraft,
  reviewerNamed,
  reviewersIn,
} from '../../../shared/review'
import type { Desk } from '../desk'
import { announce, tell } from '../noticesStore'
import { report } from '../problem'
import { hasReview, sentText } from './sentText'

const KEY = 'returned draft'

/** Asks who edited a document that does not say; null when nobody answers. */
export type AskWho = (fileName: string) => Promise<string | null>

/** What came back and the text that was sent, in one spelling, and whose changes are not marked. */
interface Returned extends Pick<ReturnedDraft, 'base' | 'theirs'> {
  readonly name?: string
  /** Said before how much was merged. */
  readonly note?: string
}

/** Brings an editor's copy of the open article into it, as one step of undo. */
export async function mergeReturnedDraft(desk: Desk, id: ArticleId): Promise<void> {
  await merge(desk, async () => {
    const { text } = await desk.client.call('articles.open', { id })
    return { theirs: text, base: await sentText(desk, text) }
  })
}

/** The same with a file from elsewhere: a copy of the article, or a Word document made of it. */
export async function mergeReturnedFile(desk: Desk, file: File, askWho: AskWho): Promise<void> {
  await merge(desk, async () => {
    if (file.size > MAX_PICTURE_BYTES) throw new Error(`“${file.name}” is larger than 25 MB.`)
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (isDocument(file.name)) return returnedDocument(desk, file.name, bytes, askWho)
    const theirs = decodeArticle(bytes).text
    return { theirs, base: await sentText(desk, theirs) }
  })
}

function isDocument(fileName: string): boolean {
  return /\.(?:docx|odt)$/i.test(fileName)
}

/**
 * A document has the article in its own spelling. With tracked changes it says itself what was sent;
 * without them, what was sent is read as it would have come back untouched.
 */
async function returnedDocument(
  desk: Desk,
  fileName: string,
  bytes: Uint8Array,
  askWho: AskWho,
): Promise<Returned | null> {
  const request = { fileName, base64: toBase64(bytes) }
  const { text, saved } = await desk.client.call('articles.read', request)
  if (hasReview(text)) return { theirs: text, base: cleanText(text, 'original') }
  const { session } = desk.stores.article.getState()
  if (session === null) return null
  const sent = await sentText(desk, text)
  const through = { id: session.id, text: sent, fileName }
  const { text: base } = await desk.client.call('articles.throughWord', through)
  if (base === text) {
    const text = `“${fileName}” says what was sent: there is nothing to merge.`
    tell(desk.stores.notices, { key: KEY, text })
    return null
  }
  const name = saved.by === '' ? await askWho(fileName) : saved.by
  if (name === null) return null
  const note = `“${fileName}” came back without tracked changes, so what it says otherwise is suggested by ${name}`
  return { theirs: text, base, name, note }
}

async function merge(desk: Desk, read: () => Promise<Returned | null>): Promise<void> {
  const { stores } = desk
  const { session } = stores.article.getState()
  if (session === null) return
  try {
    const returned = await read()
    if (returned === null) return
    const { base, theirs, name, note } = returned
    const version = session.version()
    const mine = session.text()
    const time = minuteOf(new Date())
    const people = reviewersIn(parseReview(mine).frontMatter)
    const editor = name === undefined ? undefined : reviewerNamed(name, people)
    const author = editor?.handle ?? 'editor'
    const merged = mergeReturned({ base, mine, theirs, author, time, ...(editor && { editor }) })
    const outcome = await session.adopt(merged, version)
    if (outcome === 'done') {
      stores.review.setState({ isShown: true })
      const { suggestions, threads } = listFile(parseReview(merged))
      const said = `Merged: ${suggestions.length} suggestions and ${threads.length} comments are in this article.`
      const own = suggestions.filter((each) => each.author === author).length
      if (note === undefined) announce(stores.notices, said)
      else {
        const text = `${note}: ${own === 1 ? '1 suggestion' : `${own} suggestions`}.`
        tell(stores.notices, { key: KEY, text })
      }
    } else {
      const text = 'The page changed meanwhile, so nothing was merged. Try again.'
      tell(stores.notices, { key: KEY, text })
    }
  } catch (error) {
    report(stores.notices, KEY, error)
  }
}
