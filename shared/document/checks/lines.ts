import { keyFor, leadKeys, readFields, splitArticle } from '../../article'
import { META_KEYS, type MetaName } from '../../domain/metaKeys'
import type { ArticleContent } from '../content'
import type { FindingPlace } from './finding'

const LEAD: Readonly<Record<string, 'src' | 'alt' | 'caption' | 'credit'>> = {
  lead: 'src',
  leadAlt: 'alt',
  leadCaption: 'caption',
  leadCredit: 'credit',
}

function isMetaName(name: string): name is MetaName {
  return Object.hasOwn(META_KEYS, name)
}

/** The front-matter key that a field of a finding is written under. */
export function keyOfField(field: string, frontMatter: string): string {
  const { fields } = readFields(frontMatter)
  const part = LEAD[field]
  if (part !== undefined) return leadKeys(fields)[part]
  return isMetaName(field) ? keyFor(field, fields) : field
}

function linesBefore(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length
}

/** The line of a file, from 1, that a finding is about; 1 for a field that the file does not have. */
export function lineOf(place: FindingPlace, text: string, { blocks }: ArticleContent): number {
  const { frontMatter, body } = splitArticle(text)
  if (place.kind === 'field') {
    const key = keyOfField(place.field, frontMatter).replace(/\..*/, '')
    const lines = frontMatter.split(/\r\n|\r|\n/)
    return Math.max(lines.findIndex((line) => line.startsWith(`${key}:`)) + 1, 1)
  }
  let from = 0
  for (const block of blocks) {
    const start = body.indexOf(block.markdown, from)
    if (start < 0) {
      if (block.key !== place.key) continue
      // Under review it stands in the file with its marks: after the one before, and by its words.
      const rest = body.slice(from)
      const inside = place.text === '' ? -1 : rest.indexOf(place.text)
      const at = inside < 0 ? Math.max(rest.search(/\S/), 0) : inside
      return linesBefore(text, frontMatter.length + from + at)
    }
    from = start + block.markdown.length
    if (block.key !== place.key) continue
    const inside = place.text === '' ? -1 : block.markdown.indexOf(place.text)
    return linesBefore(text, frontMatter.length + start + Math.max(inside, 0))
  }
  return 1
}
