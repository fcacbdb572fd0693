import { type ParagraphChild, TextRun } from 'docx'
import type { ElementContent } from 'hast'
import { type Track, trackedText, trackOf } from './review'
import { plain, type Work } from './runs'

/** Code by its lines; a mark that goes over several is on each. */
export function linesIn(nodes: readonly ElementContent[]): readonly (readonly ElementContent[])[] {
  const lines: ElementContent[][] = [[]]
  const put = (node: ElementContent): void => {
    lines.at(-1)?.push(node)
  }
  for (const node of nodes) {
    if (node.type === 'text') {
      node.value.split('\n').forEach((value, index) => {
        if (index > 0) lines.push([])
        if (value !== '') put({ type: 'text', value })
      })
    } else if (node.type === 'element' && node.children.length > 0) {
      linesIn(node.children).forEach((children, index) => {
        if (index > 0) lines.push([])
        if (children.length > 0) put({ ...node, children: [...children] })
      })
    } else put(node)
  }
  if (lines.length > 1 && lines.at(-1)?.length === 0) lines.pop()
  return lines
}

/** The spaces of code mean something. */
export function codeRuns(
  nodes: readonly ElementContent[],
  work: Work,
  track?: Track,
): ParagraphChild[] {
  return nodes.flatMap((node): ParagraphChild[] => {
    if (node.type === 'text') {
      const text = plain(node.value)
      return track ? [trackedText(text, {}, track, work.tracking)] : [new TextRun(text)]
    }
    if (node.type !== 'element') return []
    const thread = work.threads?.markOf(node)
    return thread ? [...thread] : codeRuns(node.children, work, trackOf(node) ?? track)
  })
}
