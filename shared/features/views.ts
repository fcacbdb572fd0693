import { getPeerDependencyFromEditor } from '@lexical/extension'
import { defineExtension, type LexicalEditor, type LexicalNode, safeCast } from 'lexical'

/** Draws a node's controls. Its result is handed to whoever hosts the editor; features do not look into it. */
export type View = (node: LexicalNode, editor: LexicalEditor) => unknown

/** Where the renderer puts the views of nodes that need controls, by node type. Without it (headless) there are none. */
export const ViewsExtension = defineExtension({
  name: 'galley/views',
  config: safeCast<{ readonly views: ReadonlyMap<string, View> }>({ views: new Map() }),
})

/** The view of `node` in the place that shows `editor`, or null where nobody looks. */
export function decorateWithView(node: LexicalNode, editor: LexicalEditor): unknown {
  const peer = getPeerDependencyFromEditor<typeof ViewsExtension>(editor, ViewsExtension.name)
  return peer?.config.views.get(node.getType())?.(node, editor) ?? null
}
