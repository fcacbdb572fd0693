import type { Element, ElementContent } from 'hast'
import { element } from '../html/element'
import type { MarkedArticle } from './pieces'
import type { MarkedReview, MarkedThread } from './review'

/** A marked article with what was said: a number where each thread ends, the talk at the foot of the page. */
export function withComments({ article, threads }: MarkedReview): MarkedArticle {
  if (threads.length === 0) return article
  // Numbered as a reader meets them.
  const order: number[] = []

  function within(parent: Element): Element {
    const children = parent.children.flatMap((child): readonly ElementContent[] => {
      if (child.type !== 'element') return [child]
      const { dataThreadStart, dataThreadEnd } = child.properties
      if (dataThreadStart !== undefined) return []
      if (dataThreadEnd === undefined) return [within(child)]
      const thread = Number(dataThreadEnd)
      if (!order.includes(thread)) order.push(thread)
      return [reference(order.indexOf(thread) + 1)]
    })
    return { ...parent, children }
  }

  const pieces = article.pieces.map((piece) => ({ key: piece.key, element: within(piece.element) }))
  const said = order.flatMap((thread) => threads.find(({ number }) => number === thread) ?? [])
  return { ...article, pieces: [...pieces, { key: 'comments', element: foot(said) }] }
}

function h(
  tagName: string,
  properties: Element['properties'],
  ...children: readonly (Element | string)[]
): Element {
  return element(tagName, properties, children)
}

function reference(number: number): Element {
  const link = h(
    'a',
    {
      href: `#comment-${number}`,
      id: `comment-ref-${number}`,
      ariaLabel: `Comment ${number}`,
    },
    String(number),
  )
  return h('sup', { className: ['comment-ref'] }, link)
}

function foot(threads: readonly MarkedThread[]): Element {
  const items = threads.map((thread, index) => talk(thread, index + 1))
  return h(
    'section',
    { className: ['review-comments'], ariaLabel: 'Comments' },
    h('h2', {}, 'Comments'),
    h('ol', {}, ...items),
  )
}

function talk({ comments, isResolved }: MarkedThread, number: number): Element {
  const back = h('a', { href: `#comment-ref-${number}`, ariaLabel: 'Back to the text' }, '↩')
  const said = comments.map(({ author, time, text }, index) => {
    const when = time === null ? [] : [', ', h('time', { dateTime: time }, time.slice(0, 10))]
    const closed = isResolved && index === comments.length - 1 ? [' (resolved)'] : []
    const end = index === comments.length - 1 ? [' ', back] : []
    return h('p', {}, h('strong', {}, author), ...when, `: ${text}`, ...closed, ...end)
  })
  return h('li', { id: `comment-${number}` }, ...said)
}
