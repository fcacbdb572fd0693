import { MAX_PICTURE_BYTES } from '../../../shared/api/contract'
import { decodeArticle } from '../../../shared/article'
import type { ArticleId } from '../../../shared/domain/article'
import { toBase64 } from '../../../shared/domain/base64'
import { cleanText, listFile, mergeReturned, minuteOf, parseReview } from '../../../shared/review'
import type { Desk } from '../desk'
import { announce } from '../noticesStore'
import { report } from '../problem'

/** How many versions of an article are looked at to find out which one was sent. */
const MOST_VERSIONS = 40

/** Brings an editor's copy of the open article into it, as one step of undo. */
export async function mergeReturnedDraft(desk: Desk, id: ArticleId): Promise<void> {
  await merge(desk, async () => (await desk.client.call('articles.open', { id })).text)
}

/** The same with a file from elsewhere: a copy of the article, or a Word document made of it. */
export async function mergeReturnedFile(desk: Desk, file: File): Promise<void> {
  await merge(desk, async () => {
    if (file.size > MAX_PICTURE_BYTES) throw new Error(`“${file.name}” is larger than 25 MB.`)
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (!isDocument(file.name)) return decodeArticle(bytes).text
    const request = { fileName: file.name, base64: toBase64(bytes) }
    const { text } = await desk.client.call('articles.read', request)
    if (hasReview(text)) return text
    throw new Error(
      `“${file.name}” holds no tracked change and no comment. Import it, and compare the two.`,
    )
  })
}

function isDocument(fileName: string): boolean {
  return /\.(?:docx|odt)$/i.test(fileName)
}

function hasReview(text: string): boolean {
  const { suggestions, threads } = listFile(parseReview(text))
  return suggestions.length + threads.length > 0
}

async function merge(desk: Desk, read: () => Promise<string>): Promise<void> {
  const { stores } = desk
  const { session } = stores.article.getState()
  if (session === null) return
  try {
    const theirs = await read()
    const base = await sentText(desk, theirs)
    const version = session.version()
    const mine = session.text()
    const time = minuteOf(new Date())
    const merged = mergeReturned({ base, mine, theirs, author: 'editor', time })
    const outcome = await session.adopt(merged, version)
    if (outcome === 'done') {
      stores.review.setState({ isShown: true })
      const { suggestions, threads } = session.review.list()
      announce(
        stores.notices,
        `Merged: ${suggestions.length} suggestions and ${threads.length} comments are in this article.`,
      )
    } else {
      announce(stores.notices, 'The page changed meanwhile, so nothing was merged. Try again.')
    }
  } catch (error) {
    report(stores.notices, 'returned draft', error)
  }
}

/**
 * What was sent. An editor who suggests leaves it as it was: it is the copy without its suggestions.
 * One who did not suggest says nothing of it; then it is the version that is most like the copy.
 */
async function sentText({ client, stores }: Desk, theirs: string): Promise<string> {
  const { summary, session } = stores.article.getState()
  if (hasReview(theirs) || summary === null || session === null) {
    return cleanText(theirs, 'original')
  }
  const { id } = summary
  const { revisions } = await client.call('history.list', { id }).catch(() => ({ revisions: [] }))
  const lines = linesOf(theirs)
  let best = { text: session.text(), score: likeness(linesOf(session.text()), lines) }
  for (const { n } of revisions.slice(0, MOST_VERSIONS)) {
    const version = await client.call('history.text', { id, n }).catch(() => null)
    if (version === null) continue
    const score = likeness(linesOf(version.text), lines)
    if (score > best.score) best = { text: version.text, score }
  }
  return best.text
}

function linesOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== ''))
}

/** The share of all lines that both have. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((line) => b.has(line)).length
  return shared / Math.max(1, a.size + b.size - shared)
}
