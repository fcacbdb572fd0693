import type { Definition, Image, Link } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Block } from '../content'
import { safeLink } from '../html/addresses'
import { type Check, type Finding, inBlock } from './finding'
import { excerpt, nodesOf } from './words'

/** Headings go down one level at a time, say something, and leave the first level to the headline. */
export const checkHeadings: Check = ({ content, headline, title }) => {
  const found: Finding[] = []
  let level = 1
  for (const block of content.blocks) {
    const [node] = block.nodes
    if (node?.type !== 'heading' || block === headline) continue
    const words = plainText(node)
    const name = `“${excerpt(words)}”`
    if (words.trim() === '') {
      found.push(inBlock(block, 'heading-empty', 'error', 'A heading has no words.'))
      continue
    }
    if (node.depth === 1 && title !== '') {
      const message = `The heading ${name} is of the first level, which is the headline’s.`
      found.push(inBlock(block, 'heading-order', 'warning', message, words))
    } else if (node.depth > level + 1) {
      const message = `The heading ${name} is of level ${node.depth} and follows one of level ${level}.`
      found.push(inBlock(block, 'heading-order', 'warning', message, words))
    }
    level = node.depth
  }
  return found
}

function aboutFile(block: Block, node: Image | Definition): readonly Finding[] {
  const check = node.type === 'image' ? 'picture-missing' : 'link-missing'
  const message = `There is no file ${excerpt(node.url, 60)}.`
  return [inBlock(block, check, 'error', message, node.url)]
}

function aboutLink(block: Block, node: Link, missing: ReadonlySet<string>): readonly Finding[] {
  const words = plainText(node)
  const name = `The link “${excerpt(words)}”`
  const found: Finding[] = []
  if (words.trim() === '') {
    found.push(inBlock(block, 'link-empty', 'error', `A link to ${node.url} has no words.`))
  }
  if (node.url.trim() === '' || node.url.trim() === '#') {
    found.push(inBlock(block, 'link-empty', 'error', `${name} leads nowhere.`, words))
  } else if (safeLink(node.url) === null) {
    const message = `${name} leads to ${excerpt(node.url)}, which no page will open.`
    found.push(inBlock(block, 'link-address', 'error', message, words))
  } else if (missing.has(node.url)) {
    const message = `${name} leads to ${excerpt(node.url, 60)}, which is not there.`
    found.push(inBlock(block, 'link-missing', 'error', message, words))
  }
  return found
}

/** Links say where they lead, and lead somewhere. */
export const checkLinks: Check = ({ content, missing }) =>
  content.blocks.flatMap((block) =>
    nodesOf(block).flatMap((node): readonly Finding[] => {
      if (node.type === 'link') return aboutLink(block, node, missing)
      const isFile = node.type === 'image' || node.type === 'definition'
      return isFile && missing.has(node.url) ? aboutFile(block, node) : []
    }),
  )
