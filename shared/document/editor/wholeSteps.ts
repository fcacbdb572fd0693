import {
  $isElementNode,
  $isTextNode,
  defineExtension,
  ElementNode,
  mergeRegister,
  RootNode,
} from 'lexical'

/**
 * Makes a step of undo of every change that joins lines. Lexical's history takes an update whose one
 * touched text says what it said for no change at all, though other texts came to stand beside it;
 * where an element's children change, the texts at both of its ends count as touched.
 */
export const WholeStepsExtension = defineExtension({
  name: 'galley/whole-steps',
  register: (editor) =>
    mergeRegister(
      ...[...editor._nodes.values()]
        .map(({ klass }) => klass)
        // The root's ends lie in blocks that nothing happened to.
        .filter((klass) => klass.prototype instanceof ElementNode && klass !== RootNode)
        .map((klass) =>
          editor.registerNodeTransform(klass, (node) => {
            if (!$isElementNode(node)) return
            // A block also counts as touched when only its neighbour went away.
            const before = editor.getEditorState()._nodeMap.get(node.getKey())
            if (!$isElementNode(before) || before.__size === node.__size) return
            const [first, last] = [node.getFirstDescendant(), node.getLastDescendant()]
            // One alone would bring about what this is to prevent.
            if (!$isTextNode(first) || !$isTextNode(last) || first.is(last)) return
            first.markDirty()
            last.markDirty()
          }),
        ),
    ),
})
