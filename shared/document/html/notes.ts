import type { Element, ElementContent } from 'hast'
import { renderNote } from './block'
import type { RenderContext } from './context'
import { element } from './element'
import type { Words } from './words'

/** One arrow for each place that refers to the note. */
function waysBack(number: number, count: number, words: Words): ElementContent[] {
  return Array.from({ length: count }, (_, index) => {
    const repeat = index === 0 ? '' : `${index + 1}`
    const link = element(
      'a',
      {
        href: repeat ? `#fnref-${number}-${repeat}` : `#fnref-${number}`,
        role: 'doc-backlink',
        ariaLabel: `${words.backToText}, ${repeat ? `${number}.${repeat}` : number}`,
      },
      // The variation selector keeps systems from drawing the arrow as an emoji.
      ['↩\uFE0E'],
    )
    return [{ type: 'text' as const, value: ' ' }, link]
  }).flat()
}

/** The footnotes under the article, each with its way back; null when nothing refers to any. */
export function renderNotes(context: RenderContext, words: Words): Element | null {
  if (context.notes.length === 0) return null
  const counts = new Map(context.countsInBody)
  const items = context.notes.map((note, index) => {
    const number = index + 1
    const children: ElementContent[] = renderNote(note, new Map(counts), context)
    for (const id of note.references) counts.set(id, (counts.get(id) ?? 0) + 1)
    const back = waysBack(number, context.noteCounts.get(note.id) ?? 0, words)
    const last = children.at(-1)
    if (last?.type === 'element' && last.tagName === 'p') last.children.push(...back)
    else children.push(element('p', {}, back.slice(1)))
    return element('li', { id: `fn-${number}` }, children)
  })
  return element('section', { className: ['notes'], role: 'doc-endnotes' }, [
    element('h2', {}, [words.notes]),
    element('ol', {}, items),
  ])
}
