import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Part } from '../../shared/document/html'
import { createPen } from './draw'
import { createShownParts } from './shownParts'

/** A paragraph with this key and text; made from nothing else. */
function part(key: string, text = key): Part {
  return {
    key,
    madeFrom: [text],
    render: () => [
      { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: text }] },
    ],
  }
}

function page() {
  const article = document.createElement('article')
  const parts = createShownParts(
    article,
    createPen(document, () => undefined),
  )
  const show = (wanted: readonly Part[]) => {
    for (const _ of parts.steps(wanted));
  }
  const texts = () => [...article.children].map((child) => child.textContent)
  return { article, parts, show, texts }
}

const list = fc
  .uniqueArray(fc.nat(14), { maxLength: 12 })
  .chain((keys) =>
    fc.tuple(...keys.map((key) => fc.nat(1).map((version) => [key, version] as const))),
  )
  .map((entries) => entries.map(([key, version]) => part(`k${key}`, `${key}.${version}`)))

it('shows any list after any other, also when one was given up half-way', () => {
  fc.assert(
    fc.property(list, list, fc.nat(12), list, (first, second, given, last) => {
      const { parts, show, texts } = page()
      show(first)
      const work = parts.steps(second)
      for (let step = 0; step < given; step++) work.next()
      show(last)
      expect(texts()).toEqual(last.map(({ madeFrom }) => madeFrom[0]))
    }),
  )
})

it('is never emptier on the way than before or after, and keeps the nodes of what stays', () => {
  fc.assert(
    fc.property(list, list, (first, second) => {
      const { article, parts, show } = page()
      show(first)
      const nodes = new Map(first.map(({ key }) => [key, parts.nodesOf(key)[0]]))
      const least = Math.min(first.length, second.length)
      for (const _ of parts.steps(second)) {
        expect(article.childElementCount).toBeGreaterThanOrEqual(least)
      }
      for (const { key } of second) {
        const before = nodes.get(key)
        if (before !== undefined) expect(parts.nodesOf(key)[0]).toBe(before)
      }
    }),
  )
})

it('touches nothing but the pieces that come, go and change', () => {
  const { article, show } = page()
  show(['a', 'b', 'c', 'd', 'e'].map((key) => part(key)))
  const observer = new MutationObserver(() => undefined)
  observer.observe(article, { childList: true, subtree: true, characterData: true })
  show([part('a'), part('n'), part('d', 'D'), part('e')])
  const touched = observer
    .takeRecords()
    .flatMap((record) => [
      ...[...record.addedNodes].map((node) => `+${node.textContent}`),
      ...[...record.removedNodes].map((node) => `-${node.textContent}`),
      ...(record.type === 'characterData' ? [`=${record.target.nodeValue}`] : []),
    ])
  expect(touched).toEqual(['+n', '-b', '=D', '-c'])
})
