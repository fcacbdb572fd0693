import type { Element } from 'hast'
import type { Image } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { writeCaption } from '../../features/figure'
import type { ArticleContent, ArticleMeta } from '../content'
import { renderBlock } from './block'
import type { RenderContext } from './context'
import { readDate } from './date'
import { element } from './element'
import { listFormat } from './formats'
import { languageTag, wordsIn } from './words'

/** The headline as plain text, `''` when the article has none. */
export function headlineOf({ meta }: ArticleContent, context: RenderContext): string {
  if (meta.title.trim() !== '') return meta.title.trim()
  return context.headline ? context.headline.nodes.map((node) => plainText(node)).join('') : ''
}

function headline({ meta }: ArticleContent, context: RenderContext): Element[] {
  if (meta.title.trim() !== '') return [element('h1', {}, [meta.title.trim()])]
  return context.headline ? renderBlock(context.headline, context) : []
}

function byline({ authors, lang }: ArticleMeta): Element[] {
  const names = authors.map((author) => author.trim()).filter((author) => author !== '')
  if (names.length === 0) return []
  const parts = listFormat(languageTag(lang))
    .formatToParts(names)
    .map(({ type, value }) =>
      type === 'element' ? element('span', { className: ['author'] }, [value]) : value,
    )
  return [element('p', { className: ['byline'] }, [`${wordsIn(lang).by} `, ...parts])]
}

/** A day as a person reads it, in an element that says it to a machine; as written when it is none. */
export function time(written: string, lang: string): Element | string {
  const date = readDate(written, languageTag(lang))
  return date ? element('time', { dateTime: date.machine }, [date.human]) : written.trim()
}

/** Where the report is from, and when it was published and changed. */
function dateline({ dateline: place, date, modified, lang }: ArticleMeta): Element[] {
  const parts: (Element | string)[][] = []
  if (place.trim() !== '') parts.push([element('span', { className: ['place'] }, [place.trim()])])
  if (date.trim() !== '') parts.push([time(date, lang)])
  if (modified.trim() !== '' && modified.trim() !== date.trim()) {
    parts.push([`${wordsIn(lang).updated} `, time(modified, lang)])
  }
  const joined = parts.flatMap((part, index) => (index === 0 ? part : [' · ', ...part]))
  return joined.length > 0 ? [element('p', { className: ['dateline'] }, joined)] : []
}

/** The lead picture, through the figures' own rule, so that it looks like any other. */
function leadFigure({ meta }: ArticleContent, context: RenderContext): Element[] {
  const { src, alt, caption, credit } = meta.lead
  if (src.trim() === '' || !context.showsLead) return []
  const image: Image = {
    type: 'image',
    url: src.trim(),
    alt,
    title: writeCaption({ caption, credit }) || null,
  }
  const nodes = [{ type: 'paragraph' as const, children: [image] }]
  return renderBlock({ key: 'lead', markdown: '', nodes }, context).map((figure) => ({
    ...figure,
    properties: { ...figure.properties, className: ['lead'] },
  }))
}

/** What stands above the body: section, headline, standfirst, names, dates and lead picture. Null when there is none of it. */
export function renderHeader(content: ArticleContent, context: RenderContext): Element | null {
  const { meta } = content
  const children = [
    ...(meta.section.trim() === ''
      ? []
      : [element('p', { className: ['kicker'] }, [meta.section.trim()])]),
    ...headline(content, context),
    ...(meta.standfirst.trim() === ''
      ? []
      : [element('p', { className: ['standfirst'] }, [meta.standfirst.trim()])]),
    ...byline(meta),
    ...dateline(meta),
    ...leadFigure(content, context),
  ]
  return children.length > 0 ? element('header', {}, children) : null
}
