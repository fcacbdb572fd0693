import type { Input } from '../../shared/api/contract'
import {
  type ExportFormat,
  type FragmentTarget,
  type MarkdownProfileName,
  type ReviewText,
  showsChanges,
} from '../../shared/domain/exports'
import type { PageDesign } from '../../shared/domain/pageThemes'

/** What the export dialog asks for, whichever format is chosen. */
export interface Wishes {
  readonly format: ExportFormat
  /** HTML: a page, or the article for one of these places. */
  readonly target: FragmentTarget | 'page'
  readonly picturesBeside: boolean
  readonly profile: MarkdownProfileName
  readonly frontMatter: boolean
  /** Which text of an article under review. */
  readonly review: ReviewText
  /** HTML page and PDF: how it looks. */
  readonly design: PageDesign
}

export type ExportRequest = Omit<Input<'exports.write'>, 'id' | 'where'>

/** The request that these wishes make: options of other formats stay behind. */
export function requestOf(wishes: Wishes): ExportRequest {
  const request = withoutReview(wishes)
  return wishes.review === 'accepted' || !reviewTextsFor(wishes).includes(wishes.review)
    ? request
    : { ...request, review: wishes.review }
}

/** The texts of a review that can be had this way. */
export function reviewTextsFor({ format, target, profile }: Wishes): readonly ReviewText[] {
  const isShaped =
    (format === 'html' && target !== 'page') || (format === 'markdown' && profile !== 'galley')
  return showsChanges(format) && !isShaped
    ? ['accepted', 'original', 'marked']
    : ['accepted', 'original']
}

function withoutReview(wishes: Wishes): ExportRequest {
  const { format, target, picturesBeside, profile, frontMatter, design } = wishes
  switch (format) {
    case 'html':
      return target === 'page'
        ? { format, design, pictures: picturesBeside ? 'beside' : 'inside' }
        : { format, target }
    case 'markdown':
      return { format, profile, frontMatter }
    case 'pdf':
    case 'epub':
      return { format, design }
    case 'docx':
    case 'text':
      return { format }
  }
}
