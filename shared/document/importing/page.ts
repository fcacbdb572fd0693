import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { AppError } from '../../api/errors'
import type { DocumentReading } from '../../domain/documentReading'
import { safePicture } from '../html/addresses'
import { type Imported, importHtml } from './imported'

/** Whether HTML is a whole page, with things around its article. */
export function isWholePage(html: string): boolean {
  return /<(?:html|body|head|main|nav|header|footer)\b/i.test(html)
}

type Page = ReturnType<typeof parseHTML>['document']

function meta(page: Page, ...names: readonly string[]): string {
  for (const name of names) {
    const found = page.querySelector(
      `meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`,
    )
    const content = found?.getAttribute('content')?.trim()
    if (content) return content
  }
  return ''
}

function titleOf(page: Page, guessed: string): string {
  const headings = [...page.querySelectorAll('h1')].map((each) =>
    (each.textContent ?? '').replace(/\s+/g, ' ').trim(),
  )
  const [only, ...others] = headings.filter((text) => text !== '')
  if (only !== undefined && others.length === 0) return only
  return meta(page, 'og:title') || guessed || only || ''
}

/** In characters; what is longer is no byline. */
const LONGEST_BYLINE = 500

/** `By Ana Ruiz and Ben Holt` as names. */
function namesIn(byline: string): readonly string[] {
  return byline
    .slice(0, LONGEST_BYLINE)
    .replace(/^\s*(?:by|von|por|par|di)\s+/i, '')
    .split(/\s*(?:,|;|\||\band\b|&)\s*/)
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '' && name.length < 60)
}

/** Boxes of comments and of other articles that a page marks as such, which would pass for text. */
const AROUND =
  'nav, aside, form, footer, dialog, [role="navigation"], [role="complementary"], [role="search"], #comments, #respond, .comments-area, .comment-respond, .related-posts, .suggested-posts, .recommended, .post-navigation, .share, .sharing, .social-share, .newsletter, .sidebar, .cookie-banner'

/** More than any article has; the reading of a page grows faster than the page. */
const MOST_ELEMENTS = 20_000

/**
 * Takes the article out of a whole page: navigation, suggestions and comment forms are left out,
 * headline, byline, date and lead picture are read. How long that takes depends on the page, so that
 * a host does it where it can be stopped.
 */
export function extractPage(html: string): DocumentReading {
  const { document: page } = parseHTML(html)
  const lang = page.documentElement?.getAttribute('lang') ?? ''
  const date =
    meta(page, 'article:published_time', 'datePublished', 'date', 'dc.date') ||
    page.querySelector('article time[datetime], time[pubdate]')?.getAttribute('datetime') ||
    ''
  const image = safePicture(meta(page, 'og:image', 'twitter:image')) ?? ''
  const standfirst =
    page
      .querySelector('.standfirst, .dek, .subtitle, [itemprop="description"]')
      ?.textContent?.replace(/\s+/g, ' ')
      .trim() ?? ''
  const heading = titleOf(page, '')
  const author = meta(page, 'author', 'article:author')
  const around = [...page.querySelectorAll(AROUND)]
  for (const each of around) each.remove()
  if (page.querySelectorAll('*').length > MOST_ELEMENTS) {
    throw new AppError(
      'invalid',
      'it has too many parts for one article; copy its text and paste it',
    )
  }
  // It reads the document that it is given to pieces, so that everything else is read before.
  const article = new Readability(page as unknown as Document, {
    charThreshold: 200,
    keepClasses: true,
    maxElemsToParse: MOST_ELEMENTS,
  }).parse()
  const byline = article?.byline ?? author
  return {
    html: article?.content ?? html,
    page: {
      title: heading || (article?.title ?? ''),
      standfirst: standfirst.length > 400 ? '' : standfirst,
      authors: /^https?:/.test(byline) ? [] : namesIn(byline),
      date,
      lang: lang === 'en' ? '' : lang,
      image: /^https?:/i.test(image) ? image : '',
      leftOut: around.length,
    },
  }
}

/** Imports what was taken out of a page. */
export function importExtracted({ html, page }: DocumentReading): Imported {
  const { leftOut = 0, ...fields } = page ?? { title: '' }
  const result = importHtml(html, fields)
  const furniture = leftOut + (result.dropped['page furniture'] ?? 0)
  return {
    ...result,
    dropped: furniture > 0 ? { ...result.dropped, 'page furniture': furniture } : result.dropped,
  }
}

/** Imports a page or a fragment of HTML, all at once. */
export function importPage(html: string): Imported {
  return isWholePage(html) ? importExtracted(extractPage(html)) : importHtml(html, { title: '' })
}
