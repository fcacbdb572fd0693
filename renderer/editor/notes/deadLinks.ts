import { $isLinkNode, LinkNode } from '@lexical/link'
import {
  $getNodeByKey,
  $getRoot,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
  type NodeMutation,
} from 'lexical'
import { $notes, FootnoteNode, FootnoteReferenceNode } from '../../../shared/features/footnote'
import { referenceOf } from '../../../shared/features/link'
import { $isOpaqueBlockNode, definedLabel, OpaqueBlockNode } from '../../../shared/features/opaque'

const CLASS = 'is-dead'

function show(element: HTMLElement | null, isDead: boolean, why: string): void {
  if (element === null || element.classList.contains(CLASS) === isDead) return
  element.classList.toggle(CLASS, isDead)
  if (isDead) element.title = why
  else element.removeAttribute('title')
}

/** Calls back when nodes of a kind come or go; what is typed in one is neither. */
function onComingAndGoing(mutations: Map<NodeKey, NodeMutation>, act: () => void): void {
  for (const mutation of mutations.values()) {
    if (mutation !== 'updated') {
      act()
      return
    }
  }
}

/**
 * A mark whose footnote was deleted, and a link whose definition was, look dead: the file has them as
 * text from then on. Marks and links are kept by key, so that nothing looks through the article but
 * when a footnote or a definition comes or goes.
 */
export function registerDeadLinks(editor: LexicalEditor): () => void {
  const marks = new Set<NodeKey>()
  const links = new Set<NodeKey>()
  let notes: ReadonlySet<string> = new Set()
  let definitions: ReadonlySet<string> = new Set()

  /** In the midst of a commit, where `editor.read` would begin another one. */
  function read<T>($read: () => T): T {
    return editor.getEditorState().read($read, { editor })
  }

  const look = {
    mark(key: NodeKey): void {
      const label = read(() => $getNodeByKey(key)?.getTextContent().toLowerCase())
      if (label === undefined) return
      show(editor.getElementByKey(key), !notes.has(label), 'This footnote has been deleted.')
    },
    link(key: NodeKey): void {
      const label = read(() => {
        const node = $getNodeByKey(key)
        return $isLinkNode(node) ? referenceOf(node) : null
      })
      const isDead = label !== null && !definitions.has(label)
      show(editor.getElementByKey(key), isDead, 'The address of this link has been deleted.')
    },
  }
  function readNotes(): void {
    notes = new Set(read(() => $notes().map((note) => note.getLabel().toLowerCase())))
    for (const key of marks) look.mark(key)
  }
  function readDefinitions(): void {
    definitions = new Set(
      read(() =>
        $getRoot()
          .getChildren()
          .filter($isOpaqueBlockNode)
          .flatMap((node) => definedLabel(node) ?? []),
      ),
    )
    for (const key of links) look.link(key)
  }
  function follow(
    keys: Set<NodeKey>,
    mutations: Map<NodeKey, NodeMutation>,
    lookAt: (key: NodeKey) => void,
  ): void {
    for (const [key, mutation] of mutations) {
      if (mutation === 'destroyed') keys.delete(key)
      else {
        keys.add(key)
        lookAt(key)
      }
    }
  }

  return mergeRegister(
    editor.registerMutationListener(FootnoteNode, (all) => onComingAndGoing(all, readNotes)),
    editor.registerMutationListener(OpaqueBlockNode, (all) =>
      onComingAndGoing(all, readDefinitions),
    ),
    editor.registerMutationListener(FootnoteReferenceNode, (all) => follow(marks, all, look.mark)),
    editor.registerMutationListener(LinkNode, (all) => follow(links, all, look.link)),
  )
}
