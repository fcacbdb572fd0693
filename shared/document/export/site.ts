import type { Element } from 'hast'
import type { ArticleMeta } from '../content'
import { readDate, readDay } from '../html/date'
import { element } from '../html/element'
import { webAddress } from '../html/linkedData'
import { type PageStyle, pageOf } from '../html/page'

/** An article as the pages about all of them see it. */
export interface SiteEntry {
  /** Where its page is, from the top of the site: `news/talks.html`. */
  readonly path: string
  readonly title: string
  readonly meta: ArticleMeta
}

function momentOf({ meta }: SiteEntry): number {
  return Date.parse(readDay(meta.date)?.machine ?? '')
}

/** The newest first; those without a day come last, by their titles. */
export function newestFirst(entries: readonly SiteEntry[]): readonly SiteEntry[] {
  const moment = (entry: SiteEntry): number => momentOf(entry) || Number.NEGATIVE_INFINITY
  return [...entries].sort(
    (a, b) =>
      moment(b) - moment(a) || a.title.localeCompare(b.title) || a.path.localeCompare(b.path),
  )
}

function addressOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

function entryOf({ path, title, meta }: SiteEntry): Element[] {
  const date = readDate(meta.date, 'en')
  const summary = meta.standfirst || meta.description
  return [
    element('h2', {}, [element('a', { href: addressOf(path) }, [title])]),
    ...(date
      ? [
          element('p', { className: ['dateline'] }, [
            element('time', { dateTime: date.machine }, [date.human]),
          ]),
        ]
      : []),
    ...(summary === '' ? [] : [element('p', {}, [summary])]),
  ]
}

/** A page that lists the articles of a site. */
export function indexPage(entries: readonly SiteEntry[], title: string, style?: PageStyle): string {
  const article = element('article', { className: ['article'] }, [
    element('header', {}, [element('h1', {}, [title])]),
    ...newestFirst(entries).flatMap(entryOf),
  ])
  return pageOf('en', [element('title', {}, [title])], [article], style)
}

function xml(text: string): string {
  return (
    text
      // What XML cannot hold at all.
      .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
      .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
  )
}

function tag(name: string, text: string, attributes = ''): string {
  return text === '' ? '' : `<${name}${attributes}>${xml(text)}</${name}>`
}

function pageAddress({ meta, path }: SiteEntry, site: string): string {
  const canonical = webAddress(meta.canonical)
  return canonical !== '' || site === '' ? canonical : new URL(addressOf(path), site).href
}

export interface Feed {
  readonly xml: string
  /** Titles of articles that have no address, and so no place in a feed. */
  readonly left: readonly string[]
}

const MOST = 100

/** An RSS 2.0 feed of a site's newest articles. `site`: the address it is published at, `''` if unknown. */
export function feedOf(entries: readonly SiteEntry[], title: string, site: string): Feed {
  const base = site === '' || site.endsWith('/') ? site : `${site}/`
  const withAddress = newestFirst(entries).map((entry) => ({
    entry,
    address: pageAddress(entry, base),
  }))
  const items = withAddress
    .filter(({ address }) => address !== '')
    .slice(0, MOST)
    .map(({ entry, address }) => {
      const moment = momentOf(entry)
      const lines = [
        tag('title', entry.title),
        tag('link', address),
        tag('guid', address, ' isPermaLink="true"'),
        tag('description', entry.meta.description || entry.meta.standfirst),
        Number.isNaN(moment) ? '' : tag('pubDate', new Date(moment).toUTCString()),
        ...entry.meta.authors.map((author) => tag('dc:creator', author)),
        ...entry.meta.tags.map((each) => tag('category', each)),
      ]
      return `<item>\n${lines.filter((each) => each !== '').join('\n')}\n</item>`
    })
  const home = base || withAddress.find(({ address }) => address !== '')?.address || ''
  const self =
    base === ''
      ? ''
      : `<atom:link href="${xml(new URL('feed.xml', base).href)}" rel="self" type="application/rss+xml"/>\n`
  return {
    xml:
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">\n' +
      `<channel>\n${tag('title', title)}\n${tag('link', home)}\n${tag('description', `Articles of ${title}`)}\n${self}` +
      `${items.join('\n')}\n</channel>\n</rss>\n`,
    left: withAddress.filter(({ address }) => address === '').map(({ entry }) => entry.title),
  }
}
