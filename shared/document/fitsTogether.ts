import { parseMarkdown } from './markdown/parse'

/**
 * Whether two blocks stay two when they are written one after the other with `gap` between: neither
 * runs into the other, as two paragraphs without a blank line or two lists would.
 */
export function fitsTogether(
  [first = '', second = '']: readonly string[],
  [gap = '']: readonly string[],
): boolean {
  const boundary = first.length + gap.length
  const together = parseMarkdown(first + gap + second).children
  const before = together.filter((node) => (node.position?.start.offset ?? 0) < first.length)
  const after = together.filter((node) => (node.position?.start.offset ?? 0) >= boundary)
  return (
    before.length === parseMarkdown(first).children.length &&
    after.length === parseMarkdown(second).children.length &&
    before.every((node) => (node.position?.end.offset ?? 0) <= boundary)
  )
}
