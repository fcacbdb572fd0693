import { defineExtension } from 'lexical'
import { canGroup, groupBlocks } from './groupBlocks'

/** Has the browser lay out a long article in groups of blocks; see `groupBlocks`. */
export const GroupsExtension = defineExtension({
  name: 'galley/groups',
  register: (editor) =>
    editor.registerRootListener((root) => {
      if (root !== null && canGroup()) groupBlocks(root)
    }),
})
