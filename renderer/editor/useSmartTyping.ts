import { useEffect } from 'react'
import type { ArticleDocument } from '../../shared/document/articleDocument'
import { registerSmartTyping } from '../../shared/document/typing/smartTyping'
import { useDesk } from '../app/DeskContext'

/** Prints quotation marks, dashes and dots as the article's language does, unless the person wants none of it. */
export function useSmartTyping(document: ArticleDocument): void {
  const { stores } = useDesk()
  useEffect(
    () =>
      registerSmartTyping(document.editor, () =>
        stores.layout.getState().smartTyping ? document.content().meta.lang : null,
      ),
    [document, stores],
  )
}
