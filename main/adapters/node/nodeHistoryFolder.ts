import type { Root } from '../../ports/fileStore'
import type { GrowingFolder } from '../../ports/growingFolder'
import { createNodeGrowingFolder } from './nodeGrowingFolder'

/** Where a library's history lies; it can be deleted without harm to any article. */
export function createNodeHistoryFolder(root: Root): GrowingFolder {
  return createNodeGrowingFolder({
    parent: root,
    path: ['.galley', 'history'],
    displayPath: `${root}/.galley/history`,
    belongsTo: 'library',
    // A library under git has its own history.
    beside: { '.gitignore': '*\n' },
  })
}
