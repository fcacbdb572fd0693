import { type LexicalEditor, REDO_COMMAND, UNDO_COMMAND } from 'lexical'
import type { Action } from '../../shared/features/feature'
import { type KeyPress, keysOn, matchesShortcut, type Platform } from '../app/keys/shortcut'

/** Which way to go in the history of an article. */
export type Way = 'undo' | 'redo'

/** Goes there; done once the page shows it, with the caret and the keyboard where they were then. */
export async function travel(editor: LexicalEditor, way: Way): Promise<void> {
  editor.dispatchCommand(way === 'undo' ? UNDO_COMMAND : REDO_COMMAND, undefined)
  await Promise.resolve()
}

const KEYS = { undo: ['Mod+Z'], redo: ['Mod+Shift+Z', 'Mod+Y'] } as const

export const historyActions: readonly Action[] = [
  {
    name: 'history.undo',
    label: 'Undo',
    keywords: ['back', 'revert'],
    icon: 'undo-2',
    shortcuts: { document: KEYS.undo },
    group: 'history',
    run: (editor) => void travel(editor, 'undo'),
  },
  {
    name: 'history.redo',
    label: 'Redo',
    keywords: ['again'],
    icon: 'redo-2',
    shortcuts: { document: KEYS.redo },
    group: 'history',
    run: (editor) => void travel(editor, 'redo'),
  },
]

/** Whether a key press in one of the article's fields goes back or forth in its history. */
export function wayOf(press: KeyPress, platform: Platform): Way | null {
  const isOne = (shortcut: string): boolean => matchesShortcut(press, shortcut, platform)
  if (keysOn(KEYS.undo, platform).some(isOne)) return 'undo'
  return keysOn(KEYS.redo, platform).some(isOne) ? 'redo' : null
}
