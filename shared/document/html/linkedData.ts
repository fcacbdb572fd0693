import type { Element } from 'hast'
import type { ArticleContent, ArticleMeta } from '../content'
import { isRelative, safePicture } from './addresses'
import { readDay } from './date'
import { element } from './element'
import { languageTag } from './words'

/** A web address that may stand in a page's head; `''` for anything else. */
export function webAddress(written: string): string {
  const address = written.trim()
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address).href : ''
}

/** The lead picture's full address, found from where the article is published; `''` when it is not known. */
export function leadAddress({ lead, canonical }: ArticleMeta): string {
  const src = safePicture(lead.src)
  if (src === null) return ''
  if (!isRelative(src)) return webAddress(src)
  const base = webAddress(canonical)
  return base !== '' && URL.canParse(src, base) ? new URL(src, base).href : ''
}

/** A date as a machine reads it; `''` when it is no calendar day. */
export function machineDate(written: string): string {
  return readDay(written)?.machine ?? ''
}

/** Reports have a place or a section; anything else is an article. */
function typeOf({ section, dateline }: ArticleMeta): string {
  return section.trim() !== '' || dateline.trim() !== '' ? 'NewsArticle' : 'Article'
}

/**
 * Nothing in the text can end the element around it: a parser looks for `<`, and older ones for the
 * marks of comments and line separators.
 */
function scriptSafe(json: string): string {
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** What search engines are told of an article, as schema.org's vocabulary in JSON-LD. */
export function linkedData({ meta }: ArticleContent, headline: string): Element {
  const { authors, section, tags, dateline, corrections } = meta
  const known = {
    headline,
    description: meta.description || meta.standfirst,
    inLanguage: languageTag(meta.lang),
    author: authors.map((name) => ({ '@type': 'Person', name: name.trim() })),
    datePublished: machineDate(meta.date),
    dateModified: machineDate(meta.modified) || machineDate(meta.date),
    articleSection: section.trim(),
    dateline: dateline.trim(),
    keywords: tags.map((tag) => tag.trim()),
    image: leadAddress(meta),
    mainEntityOfPage: webAddress(meta.canonical),
    correction: corrections.map(({ date, text }) => ({
      '@type': 'CorrectionComment',
      text: text.trim(),
      ...(machineDate(date) === '' ? {} : { datePublished: machineDate(date) }),
    })),
  }
  const said = Object.entries(known).filter(([, value]) => value.length > 0)
  const data = {
    '@context': 'https://schema.org',
    '@type': typeOf(meta),
    ...Object.fromEntries(said),
  }
  return element('script', { type: 'application/ld+json' }, [scriptSafe(JSON.stringify(data))])
}
