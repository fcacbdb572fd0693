import type { Image } from 'mdast'
import { readCaption } from '../../features/figure'
import type { Block } from '../content'
import { type Check, type Finding, inBlock, inField } from './finding'
import { excerpt, nodesOf } from './words'

function isLone(block: Block): boolean {
  const [node, ...more] = block.nodes
  return more.length === 0 && node?.type === 'paragraph' && node.children.length === 1
}

function aboutPicture(block: Block, image: Image): readonly Finding[] {
  const name = image.url.replace(/^.*\//, '') || 'without an address'
  const find = image.url
  const found: Finding[] = []
  if ((image.alt ?? '').trim() === '') {
    const message = `The picture ${name} has no description for those who cannot see it.`
    found.push(inBlock(block, 'picture-alt', 'error', message, find))
  }
  if (image.url.trim() === '') {
    found.push(inBlock(block, 'picture-missing', 'error', 'A picture has no file.', find))
  }
  if (!isLone(block)) return found
  const { caption, credit } = readCaption(image.title)
  if (caption === '') {
    const message = `The picture ${name} has no caption.`
    found.push(inBlock(block, 'picture-caption', 'warning', message, find))
  }
  if (credit === '') {
    const message = `The picture ${name} does not say who made it.`
    found.push(inBlock(block, 'picture-credit', 'warning', message, find))
  }
  return found
}

/** Every picture has words for those who do not see it, a caption and a credit. */
export const checkPictures: Check = ({ content }) =>
  content.blocks.flatMap((block) =>
    nodesOf(block).flatMap((node) => (node.type === 'image' ? aboutPicture(block, node) : [])),
  )

/** So has the one that stands for the article. */
export const checkLead: Check = ({ content, missing }) => {
  const { src, alt, credit } = content.meta.lead
  if (src.trim() === '') return []
  const name = excerpt(src.replace(/^.*\//, ''))
  return [
    ...(missing.has(src)
      ? [inField('lead', 'picture-missing', 'error', `The lead picture ${name} is not there.`)]
      : []),
    ...(alt.trim() === ''
      ? [inField('leadAlt', 'picture-alt', 'error', `The lead picture ${name} has no description.`)]
      : []),
    ...(credit.trim() === ''
      ? [
          inField(
            'leadCredit',
            'picture-credit',
            'warning',
            `The lead picture ${name} does not say who made it.`,
          ),
        ]
      : []),
  ]
}
