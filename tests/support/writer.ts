import {
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
} from 'lexical'
import { readCaret } from '../../renderer/editor/caret'
import { type ArticleDocument, openArticle } from '../../shared/document/articleDocument'
import { TypingExtension } from '../../shared/document/typing'
import { features } from '../../shared/features'
import type { ActionHost, CaretState } from '../../shared/features/feature'

/** Somebody at an editor that nobody sees: puts the caret, types, chooses from the menus. */
export interface Writer {
  readonly editor: LexicalEditor
  /** Puts the caret before or after `text`, which must stand in one node. */
  putCaret(where: 'before' | 'after', text: string): void
  /** Selects `text`, which must stand in one node. */
  select(text: string): void
  /** Types one key after another; `\n` is Enter. */
  type(keys: string): void
  /** Chooses an action by its name, as toolbar, menus and keys do. */
  choose(action: string): void
  /** Whether the toolbar would show an action as pressed. */
  isPressed(action: string): boolean
  /** Lets the editor finish what it put off. */
  settle(): void
  /** The file as it would be saved now. */
  file(): string
}

/** Opens `text` for a writer; an empty one has an empty paragraph with the caret in it. */
export function openForWriter(text: string, host: Partial<ActionHost> = {}): Writer {
  const document: ArticleDocument = openArticle({ text, extensions: [TypingExtension] })
  const { editor } = document
  const update = (change: () => void): void => editor.update(change, { discrete: true })
  const settle = (): void => update(() => undefined)
  const caret = (): CaretState => readCaret(editor)
  const fullHost: ActionHost = {
    caret,
    choosePicture: () => Promise.resolve(null),
    editLink: () => undefined,
    ...host,
  }

  function selectBetween(text: string, from: number, to: number): void {
    update(() => {
      const node = $getRoot()
        .getAllTextNodes()
        .find((each) => each.getTextContent().includes(text))
      if (node === undefined) throw new Error(`“${text}” stands in no text of the article.`)
      const start = node.getTextContent().indexOf(text)
      const selection = $createRangeSelection()
      selection.setTextNodeRange(node, start + from, node, start + to)
      $setSelection(selection)
    })
  }

  function press(key: string): void {
    if (key === '\n') editor.dispatchCommand(KEY_ENTER_COMMAND, null)
    else {
      update(() => {
        const selection = $getSelection()
        if ($isRangeSelection(selection)) selection.insertText(key)
      })
    }
    settle()
  }

  function action(name: string) {
    const found = features.flatMap((each) => each.actions).find((each) => each.name === name)
    if (found === undefined) throw new Error(`There is no action “${name}”.`)
    return found
  }

  update(() => $getRoot().selectEnd())
  return {
    editor,
    putCaret: (where, text) => {
      const at = where === 'before' ? 0 : text.length
      selectBetween(text, at, at)
    },
    select: (text) => selectBetween(text, 0, text.length),
    type: (keys) => {
      for (const key of keys) press(key)
    },
    choose(name) {
      action(name).run(editor, fullHost)
      settle()
    },
    isPressed: (name) => action(name).isActive?.(caret()) ?? false,
    settle,
    file: () => document.text(),
  }
}
