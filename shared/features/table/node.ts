import { TableExtension as LexicalTableExtension, TableCellNode } from '@lexical/table'
import { configExtension, createState, defineExtension } from 'lexical'
import type { AlignType } from 'mdast'
import { $holdLines } from './cells'

/** The alignment of each column as the delimiter row declares it. */
export const alignState = createState('align', {
  parse: (value): readonly AlignType[] =>
    Array.isArray(value)
      ? value.map((align) =>
          align === 'left' || align === 'right' || align === 'center' ? align : null,
        )
      : [],
  isEqual: (a, b) => a.length === b.length && a.every((align, index) => align === b[index]),
})

export const TableExtension = defineExtension({
  name: 'galley/table',
  dependencies: [
    // Markdown has no merged or coloured cells: what cannot be saved cannot be made.
    configExtension(LexicalTableExtension, { hasCellMerge: false, hasCellBackgroundColor: false }),
  ],
  register: (editor) => editor.registerNodeTransform(TableCellNode, $holdLines),
})
