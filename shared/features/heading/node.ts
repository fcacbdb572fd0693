import { HeadingNode } from '@lexical/rich-text'
import { createState, defineExtension } from 'lexical'
import { $liftBlocks } from '../liftBlocks'

/** Whether the heading was underlined with `=` or `-` in the file, so that it is written so again. */
export const setextState = createState('setext', { parse: (value): boolean => value === true })

export const HeadingExtension = defineExtension({
  name: 'galley/heading',
  nodes: () => [HeadingNode],
  register: (editor) => editor.registerNodeTransform(HeadingNode, $liftBlocks),
})
