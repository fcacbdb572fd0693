import type { Input } from '../../shared/api/contract'
import type { ExportFormat, FragmentTarget, MarkdownProfileName } from '../../shared/domain/exports'

/** What the export dialog asks for, whichever format is chosen. */
export interface Wishes {
  readonly format: ExportFormat
  /** HTML: a page, or the article for one of these places. */
  readonly target: FragmentTarget | 'page'
  readonly picturesBeside: boolean
  readonly profile: MarkdownProfileName
  readonly frontMatter: boolean
}

export type ExportRequest = Omit<Input<'exports.write'>, 'id' | 'where'>

/** The request that these wishes make: options of other formats stay behind. */
export function requestOf(wishes: Wishes): ExportRequest {
  const { format, target, picturesBeside, profile, frontMatter } = wishes
  switch (format) {
    case 'html':
      return target === 'page'
        ? { format, pictures: picturesBeside ? 'beside' : 'inside' }
        : { format, target }
    case 'markdown':
      return { format, profile, frontMatter }
    case 'docx':
    case 'pdf':
    case 'epub':
    case 'text':
      return { format }
  }
}
