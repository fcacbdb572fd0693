import type { Element } from 'hast'
import type { ArticleMeta } from '../content'
import { element } from './element'
import { time } from './header'
import { wordsIn } from './words'

/** What was put right after publication, under the article; null when nothing was. */
export function renderCorrections({ corrections, lang }: ArticleMeta): Element | null {
  const notes = corrections.filter(({ text }) => text.trim() !== '')
  if (notes.length === 0) return null
  const paragraphs = notes.map(({ date, text }) =>
    element('p', {}, date.trim() === '' ? [text.trim()] : [time(date, lang), ': ', text.trim()]),
  )
  return element('section', { className: ['corrections'] }, [
    element('h2', {}, [wordsIn(lang).corrections]),
    ...paragraphs,
  ])
}
