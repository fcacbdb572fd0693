import { visit } from 'unist-util-visit'
import type { Block } from '../../content'
import { renderSpan } from '../../html/block'
import { factsOf } from '../../html/facts'
import { at, editsFor } from './body'
import type { Edit } from './edits'
import { htmlText, spanOf, type Work } from './work'

function hasNotes(block: Block): boolean {
  const { references, notes } = factsOf(block)
  return references.length > 0 || notes.length > 0
}

/** The blocks with their pictures where the profile's readers look for them. */
function moved(block: Block, work: Work): Block {
  const nodes = structuredClone([...block.nodes])
  for (const node of nodes) {
    visit(node, 'image', (image) => {
      image.url = at(image.url, work)
    })
  }
  return { ...block, nodes }
}

/** The changes in blocks that an element of HTML reaches over; footnotes are left to the reader. */
export function spanEdits(span: readonly Block[], work: Work): Edit[] {
  const nodes = span.flatMap((block) => block.nodes)
  const start = spanOf(nodes[0])?.start
  const end = spanOf(nodes.at(-1))?.end
  const isAnew = work.profile.spans === 'html' && span.length > 1 && !span.some(hasNotes)
  if (!isAnew || start === undefined || end === undefined) return editsFor(nodes, work)
  const html = htmlText(
    renderSpan(
      span.map((block) => moved(block, work)),
      work.context,
    ),
    work,
  )
  return [{ start, end, text: html }]
}
