import type { ReviewedDocument } from '../../shared/document/reviewedDocument'
import type { HeadField } from '../../shared/review'

/** The element that shows the headline or the standfirst of an article; null where none does. */
export function headElement(
  document: ReviewedDocument,
  field: HeadField | undefined,
): HTMLElement | null {
  const sheet = document.editor.getRootElement()?.closest('[data-editor-scroller]')
  return sheet?.querySelector<HTMLElement>(`[data-head-field="${field}"]`) ?? null
}

/** The field above the text that holds the caret; null when it is elsewhere. */
export function headOfCaret(document: ReviewedDocument): HeadField | null {
  const { activeElement } = window.document
  const isIn = (field: HeadField): boolean =>
    headElement(document, field)?.contains(activeElement) ?? false
  return (['title', 'standfirst'] as const).find(isIn) ?? null
}
