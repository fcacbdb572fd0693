import * as v from 'valibot'
import { AppError } from '../../api/errors'
import { ghostLexicalToHtml } from './ghostLexical'
import { ghostMobiledocToHtml } from './ghostMobiledoc'
import { type Imported, importHtml } from './imported'

const Text = v.optional(v.nullable(v.string()), '')
const Key = v.union([v.string(), v.number()])

const Post = v.object({
  id: v.optional(Key, ''),
  title: Text,
  slug: Text,
  html: Text,
  plaintext: Text,
  mobiledoc: Text,
  lexical: Text,
  status: Text,
  type: Text,
  custom_excerpt: Text,
  published_at: v.optional(v.nullable(Key), ''),
  feature_image: Text,
})

const Data = v.object({
  posts: v.array(Post),
  users: v.optional(v.array(v.object({ id: Key, name: Text })), []),
  tags: v.optional(v.array(v.object({ id: Key, name: Text })), []),
  posts_authors: v.optional(v.array(v.object({ post_id: Key, author_id: Key })), []),
  posts_tags: v.optional(v.array(v.object({ post_id: Key, tag_id: Key })), []),
})

type Data = v.InferOutput<typeof Data>
type Post = v.InferOutput<typeof Post>

/** The table of an export, wherever its version put it. */
function dataIn(json: unknown): Data | null {
  const record = v.safeParse(
    v.object({
      db: v.optional(v.array(v.object({ data: v.unknown() }))),
      data: v.optional(v.unknown()),
    }),
    json,
  )
  const candidates = record.success
    ? [record.output.db?.[0]?.data, record.output.data, json]
    : [json]
  for (const candidate of candidates) {
    const parsed = v.safeParse(Data, candidate)
    if (parsed.success) return parsed.output
  }
  return null
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** What an editor kept, read as JSON; null for what is none. */
function kept(json: string | null, read: (json: unknown) => string | null): string | null {
  if (!json) return null
  try {
    const html = read(JSON.parse(json))
    return html === null || html.trim() === '' ? null : html
  } catch {
    return null
  }
}

/** A post's HTML; where an export has none, what the editor kept, and last its plain words. */
function htmlOf(post: Post): { readonly html: string; readonly isPlain: boolean } {
  if (post.html) return { html: post.html, isPlain: false }
  const html = kept(post.lexical, ghostLexicalToHtml) ?? kept(post.mobiledoc, ghostMobiledocToHtml)
  if (html !== null) return { html, isPlain: false }
  const paragraphs = (post.plaintext ?? '').split(/\n\s*\n/).filter((part) => part.trim() !== '')
  return { html: paragraphs.map((part) => `<p>${escaped(part)}</p>`).join(''), isPlain: true }
}

function dateOf(published: string | number | null): string {
  if (published === null || published === '') return ''
  const time = typeof published === 'number' ? new Date(published) : null
  if (time === null) return String(published)
  return Number.isNaN(time.getTime()) ? '' : time.toISOString()
}

/** Every post and page of a Ghost export. */
export function importGhost(text: string): readonly Imported[] {
  const data = dataIn(parse(text))
  if (data === null) throw new AppError('invalid', 'it is JSON, but no Ghost export')
  const nameIn = (
    table: readonly { id: string | number; name: string | null }[],
    id: string | number,
  ): string => table.find((each) => String(each.id) === String(id))?.name ?? ''
  return data.posts.map((post) => {
    const { html, isPlain } = htmlOf(post)
    const mine = (link: { readonly post_id: string | number }): boolean =>
      String(link.post_id) === String(post.id)
    const article = importHtml(html, {
      title: post.title ?? '',
      standfirst: post.custom_excerpt ?? '',
      authors: data.posts_authors
        .filter(mine)
        .map((link) => nameIn(data.users, link.author_id))
        .filter(Boolean),
      date: dateOf(post.published_at),
      slug: post.slug ?? '',
      tags: data.posts_tags
        .filter(mine)
        .map((link) => nameIn(data.tags, link.tag_id))
        .filter(Boolean),
      status: post.status ?? '',
      image: /^https?:/.test(post.feature_image ?? '') ? (post.feature_image ?? '') : '',
    })
    if (!isPlain) return article
    const note = `“${post.title ?? ''}” has no HTML in the export, so that only its plain words came along.`
    return { ...article, notes: [...article.notes, note] }
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('invalid', 'it is no valid JSON')
  }
}
