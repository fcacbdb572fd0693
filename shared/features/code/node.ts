import { CodeExtension as LexicalCodeExtension } from '@lexical/code-core'
import { createState, defineExtension } from 'lexical'

/** How the block was fenced: the fence's characters, `''` for indented code. */
export const fenceState = createState('fence', {
  parse: (value): string =>
    typeof value === 'string' && /^(`{3,}|~{3,}|)$/.test(value) ? value : '```',
})

/** What follows the language on the fence's line. */
export const metaState = createState('meta', {
  parse: (value): string => (typeof value === 'string' ? value : ''),
})

export const CodeExtension = defineExtension({
  name: 'galley/code',
  dependencies: [LexicalCodeExtension],
})
