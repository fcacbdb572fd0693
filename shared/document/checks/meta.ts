import { readDay } from '../html/date'
import { type Check, type Finding, inField } from './finding'

/** The article has a headline, and both it and the summaries are of a length that is shown whole. */
export const checkLengths: Check = ({ content, title, rules }) => {
  const { meta } = content
  const { limits } = rules
  const found: Finding[] = []
  if (title.trim() === '') {
    found.push(inField('title', 'headline', 'error', 'The article has no headline.'))
  }
  const measured = [
    ['title', 'The headline', title, limits.headline],
    ['standfirst', 'The standfirst', meta.standfirst, limits.standfirst],
    ['description', 'The summary for search', meta.description, limits.summary],
    ['social', 'The summary for cards', meta.social, limits.social],
  ] as const
  for (const [field, name, text, limit] of measured) {
    const { length } = [...text.trim()]
    if (length <= limit) continue
    const message = `${name} has ${length} characters; after ${limit} it is cut off in places.`
    found.push(inField(field, 'length', 'warning', message))
  }
  return found
}

/** No two articles of a library have one address. */
export const checkSlug: Check = ({ content, slugs }) => {
  const slug = content.meta.slug.trim()
  if (slug === '') return []
  const found: Finding[] = []
  const other = slugs.get(slug)
  if (other !== undefined) {
    const message = `The slug “${slug}” is also that of “${other}”.`
    found.push(inField('slug', 'slug', 'error', message))
  }
  if (/[\s/?#%&A-Z]/.test(slug)) {
    const message = `The slug “${slug}” has characters that an address should not have.`
    found.push(inField('slug', 'slug', 'warning', message))
  }
  return found
}

/** Days are days, and the embargo is over. */
export const checkDates: Check = ({ content, now }) => {
  const { date, modified, embargo } = content.meta
  const fields = [
    ['date', 'The date of publication', date],
    ['modified', 'The date of the last change', modified],
    ['embargo', 'The embargo', embargo],
  ] as const
  const found = fields.flatMap(([field, name, written]): Finding[] =>
    written.trim() === '' || readDay(written) !== null
      ? []
      : [inField(field, 'date', 'warning', `${name}, “${written.trim()}”, is no calendar day.`)],
  )
  const until = Date.parse(readDay(embargo)?.machine ?? '')
  if (until > now) {
    const message = `The article is under embargo until ${embargo.trim()}.`
    found.push(inField('embargo', 'embargo', 'error', message))
  }
  return found
}
