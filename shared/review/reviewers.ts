import { isMap, isNode, isScalar, isSeq } from 'yaml'
import { lineEndingOf, readFields, readYaml, setFields, splitArticle } from '../article'
import { dropEnd } from '../text/runs'

/** Someone who takes part in a review. */
export interface Reviewer {
  readonly handle: string
  readonly name: string
  /** Name of one of the desk's colours for people; `''` when none was chosen. */
  readonly colour: string
}

/** Asked for each card that is drawn, of one front matter. */
let known: { readonly of: string; readonly people: readonly Reviewer[] } = { of: '', people: [] }

/** The people whom an article's front matter knows. */
export function reviewersIn(frontMatter: string): readonly Reviewer[] {
  if (known.of !== frontMatter) known = { of: frontMatter, people: readReviewers(frontMatter) }
  return known.people
}

function readReviewers(frontMatter: string): readonly Reviewer[] {
  const { format, data } = splitArticle(frontMatter)
  if (format !== 'yaml' || !data.includes('reviewers')) return []
  const { document } = readYaml(data)
  if (!isMap(document?.contents)) return []
  const list = document.contents.get('reviewers')
  if (!isSeq(list)) return []
  return list.items.flatMap((item): readonly Reviewer[] => {
    if (isScalar(item) && typeof item.value === 'string') {
      return [{ handle: item.value.replace(/^@/, ''), name: '', colour: '' }]
    }
    if (!isMap(item)) return []
    const text = (key: string): string => {
      const value = item.get(key)
      return typeof value === 'string' ? value : ''
    }
    const handle = text('handle').replace(/^@/, '')
    return handle === '' ? [] : [{ handle, name: text('name'), colour: text('colour') }]
  })
}

/**
 * The front matter with a reviewer added at the end of `reviewers`; every other byte stays. One who
 * is there already is left as written, and so is front matter that cannot be edited safely.
 */
export function withReviewer(frontMatter: string, reviewer: Reviewer): string {
  const isIn = (text: string): boolean =>
    reviewersIn(text).some(({ handle }) => handle === reviewer.handle)
  if (isIn(frontMatter)) return frontMatter
  const added = addReviewer(frontMatter, reviewer)
  // Lines that end in a way YAML does not know would be added to anew with each save.
  return isIn(added) ? added : frontMatter
}

function addReviewer(frontMatter: string, reviewer: Reviewer): string {
  const { format, data } = splitArticle(frontMatter)
  const ending = lineEndingOf(frontMatter)
  const item = itemText(reviewer, ending)
  if (format === 'none') return ['---', 'reviewers:', `${item}---`, '', ''].join(ending)
  if (format !== 'yaml') return frontMatter
  const { document, problem } = readYaml(data)
  if (problem !== null) return frontMatter
  const map = document.contents
  if (map !== null && (!isMap(map) || map.flow)) return frontMatter
  const list = map?.get('reviewers', true)
  const fence = /^[^\r\n]*(?:\r\n|\n|\r)/.exec(frontMatter)?.[0].length ?? 0
  const put = (place: number, text: string): string =>
    frontMatter.slice(0, fence + place) + text + frontMatter.slice(fence + place)
  const lineBreak = (place: number): string =>
    place === 0 || /[\r\n]/.test(data[place - 1] ?? '') ? '' : ending
  if (list === undefined) {
    return put(data.length, `${lineBreak(data.length)}reviewers:${ending}${item}`)
  }
  const last = isSeq(list) && !list.flow ? list.items.at(-1) : undefined
  if (!isSeq(list) || !list.range || !isNode(last) || !last.range) return frontMatter
  const before = data.slice(0, list.range[0])
  const indent = before.slice(dropEnd(before, /[ \t]/).length)
  // The end of the last item's own value; comments after it stay after the list.
  const end = lineEndFrom(data, last.range[1])
  return put(end, `${lineBreak(end)}${itemText(reviewer, ending, indent)}`)
}

/** The front matter without the list of people, for those who only read the article. */
export function withoutReviewers(frontMatter: string): string {
  if (reviewersIn(frontMatter).length === 0 || readFields(frontMatter).problem !== undefined) {
    return frontMatter
  }
  const rest = setFields(frontMatter, { reviewers: [] })
  return splitArticle(rest).data.trim() === '' ? '' : rest
}

function lineEndFrom(text: string, place: number): number {
  if (place > 0 && /[\r\n]/.test(text[place - 1] ?? '')) return place
  const match = /\r\n|\n|\r/.exec(text.slice(place))
  return match ? place + match.index + match[0].length : text.length
}

function itemText({ handle, name, colour }: Reviewer, ending: string, indent = '  '): string {
  const lines = [
    `${indent}- handle: ${JSON.stringify(handle)}`,
    ...(name === '' ? [] : [`${indent}  name: ${JSON.stringify(name)}`]),
    ...(colour === '' ? [] : [`${indent}  colour: ${colour}`]),
  ]
  return lines.join(ending) + ending
}
