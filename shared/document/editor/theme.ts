import type { EditorThemeClasses } from 'lexical'

/** Class names that the editor gives its elements where the element's own name does not tell enough. */
export const theme: EditorThemeClasses = {
  text: {
    bold: 'text-bold',
    italic: 'text-italic',
    strikethrough: 'text-strikethrough',
    code: 'text-code',
  },
  list: {
    nested: { listitem: 'list-nested' },
    checklist: 'list-tasks',
    listitemChecked: 'task task-done',
    listitemUnchecked: 'task',
  },
  code: 'code-block',
  hr: 'divider',
  hrSelected: 'is-selected',
  link: 'link',
  table: 'table',
  tableScrollableWrapper: 'table-scroll',
  tableCellHeader: 'table-header',
  tableCellSelected: 'is-selected',
  tableSelected: 'is-selected',
}
