import { entriesOf } from '../entries'
import { MAX_FRONT_MATTER, splitArticle } from '../split'
import { newest } from './blocks'
import { agreed, type MergePart } from './parts'

/** The front matter of the three versions, fences included. */
export interface FrontMatters {
  readonly base: string
  readonly mine: string
  readonly theirs: string
}

/** Front matter as its fields, each with the bytes that the file has for it. */
interface Fields {
  readonly opening: string
  readonly closing: string
  /** In the order of the file; what stands before the first field goes by the name `''`. */
  readonly entries: ReadonlyMap<string, string>
}

/**
 * Merges front matter field by field. Fields stay as their side wrote them; one that both sides
 * changed is a conflict. What is no plain YAML mapping is merged whole.
 */
export function mergeFrontMatter({ base, mine, theirs }: FrontMatters): readonly MergePart[] {
  if (mine === theirs || theirs === base) return [agreed(mine)]
  if (mine === base) return [agreed(theirs)]
  const old = base === '' ? NONE : fieldsOf(base)
  const ours = fieldsOf(mine)
  const others = fieldsOf(theirs)
  if (old === null || ours === null || others === null) {
    return [{ kind: 'conflict', scale: 'front-matter', base, mine, theirs }]
  }
  return [
    agreed(newest(old.opening, ours.opening, others.opening)),
    ...mergedOrder(old, ours, others).map((key): MergePart => {
      const before = old.entries.get(key) ?? ''
      const left = ours.entries.get(key) ?? ''
      const right = others.entries.get(key) ?? ''
      if (left === right || right === before) return agreed(left)
      if (left === before) return agreed(right)
      return { kind: 'conflict', scale: 'field', base: before, mine: left, theirs: right }
    }),
    agreed(newest(old.closing, ours.closing, others.closing)),
  ]
}

const NONE: Fields = { opening: '', closing: '', entries: new Map() }

function fieldsOf(frontMatter: string): Fields | null {
  const { format, data } = splitArticle(frontMatter)
  if (format !== 'yaml' || data.length > MAX_FRONT_MATTER) return null
  const start = /^[^\r\n]*(?:\r\n|\r|\n)/.exec(frontMatter)?.[0].length ?? 0
  const entries = entriesOf(data)
  return (
    entries && {
      opening: frontMatter.slice(0, start),
      closing: frontMatter.slice(start + data.length),
      entries,
    }
  )
}

/** The order of the side that changed it, else one's own; new fields of the other side follow their neighbour there. */
function mergedOrder(base: Fields, mine: Fields, theirs: Fields): readonly string[] {
  const isReordered = !isSameOrder([...base.entries.keys()], [...mine.entries.keys()])
  const [first, second] = isReordered ? [mine, theirs] : [theirs, mine]
  const order = [...first.entries.keys()]
  let last = ''
  for (const key of [...second.entries.keys(), ...base.entries.keys()]) {
    if (!order.includes(key)) order.splice(order.indexOf(last) + 1, 0, key)
    last = key
  }
  return order
}

function isSameOrder(a: readonly string[], b: readonly string[]): boolean {
  const common = a.filter((key) => b.includes(key))
  return b.filter((key) => a.includes(key)).every((key, index) => key === common[index])
}
