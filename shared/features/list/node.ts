import { CheckListExtension, ListExtension as LexicalListExtension } from '@lexical/list'
import { $getDocument, configExtension, createState, DecoratorNode, defineExtension } from 'lexical'

/** How a list is written: its marker, whether items stand apart, whether every number is the first one. */
export interface ListStyle {
  /** `-`, `*`, `+`, or the `.` or `)` after a number; `''` for a list made in the editor. */
  readonly marker: string
  readonly spread: boolean
  readonly repeatsNumber: boolean
}

const PLAIN: ListStyle = { marker: '', spread: false, repeatsNumber: false }

export const listStyleState = createState('listStyle', {
  parse: (value): ListStyle => {
    if (typeof value !== 'object' || value === null) return PLAIN
    const { marker, spread, repeatsNumber } = value as Partial<ListStyle>
    return {
      marker: typeof marker === 'string' && /^[-*+.)]?$/.test(marker) ? marker : '',
      spread: spread === true,
      repeatsNumber: repeatsNumber === true,
    }
  },
  isEqual: (a, b) =>
    a.marker === b.marker && a.spread === b.spread && a.repeatsNumber === b.repeatsNumber,
})

/** Marks an item of a task list that has no box. */
export const boxlessState = createState('boxless', { parse: (value): boolean => value === true })

/** Marks a line break that stands for the gap between two paragraphs of one list item. */
export const paragraphGapState = createState('paragraphGap', {
  parse: (value): boolean => value === true,
})

/**
 * Stands between two lists of one kind that the file keeps apart by their markers; without it the
 * editor would join them. It takes no room in the file. Deleting it joins the lists.
 */
export class ListGapNode extends DecoratorNode<null> {
  override $config() {
    return this.config('list-gap', { extends: DecoratorNode })
  }

  override isInline(): false {
    return false
  }

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement('div')
    element.className = 'list-gap'
    return element
  }

  override updateDOM(): false {
    return false
  }

  override decorate(): null {
    return null
  }
}

export const ListExtension = defineExtension({
  name: 'galley/list',
  nodes: () => [ListGapNode],
  dependencies: [
    configExtension(LexicalListExtension, { shouldPreserveNumbering: false }),
    CheckListExtension,
  ],
})
