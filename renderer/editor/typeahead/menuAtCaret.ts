import { $isCodeNode } from '@lexical/code-core'
import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
} from 'lexical'
import { onTyped, type Typed } from '../../../shared/document/typing/conversion'
import type { Trigger, TypeaheadItem } from './trigger'

/** A sign that was typed. */
interface Sign {
  readonly trigger: Trigger
  readonly key: NodeKey
  /** Where the sign starts in its text node. */
  readonly start: number
}

/** What was looked for, and what there is of it. */
interface Found {
  readonly query: string
  readonly items: readonly TypeaheadItem[]
}

/** A menu as it is drawn. */
export interface ShownMenu {
  readonly sign: Sign
  readonly items: readonly TypeaheadItem[]
  /** Which of them a key would choose. */
  readonly at: number
}

/** A key that chooses, pressed before there was anything to choose from. */
interface Awaited {
  readonly query: string
  /** Presses the key again. */
  press(): void
}

export interface MenuAtCaret {
  /** What is to be seen; the same object until that changes. */
  shown(): ShownMenu | null
  onChange(listener: () => void): () => void
  /** Which signs open a menu; one that is open goes on with the trigger of its sign. */
  offer(triggers: readonly Trigger[]): void
  point(at: number): void
  choose(item: TypeaheadItem): void
  /** Takes over the keys that choose. Returns the way to stop. */
  register(): () => void
}

/** What stands after the sign up to the caret; null once the caret or the text is elsewhere. */
function $readQuery({ trigger, key, start }: Sign): string | null {
  const selection = $getSelection()
  const node = $getNodeByKey(key)
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || !$isTextNode(node)) return null
  if (selection.anchor.key !== key) return null
  const text = node.getTextContent().slice(start, selection.anchor.offset)
  if (!text.startsWith(trigger.sign)) return null
  const query = text.slice(trigger.sign.length)
  return trigger.query.test(query) ? query : null
}

/** Takes the sign and the query out of the text, for what is chosen to stand there. */
function $takeOut(chosen: Sign): void {
  const query = $readQuery(chosen)
  const node = $getNodeByKey(chosen.key)
  if (query === null || !$isTextNode(node)) return
  node.spliceText(chosen.start, chosen.trigger.sign.length + query.length, '', true)
}

/**
 * The menu that opens where one of the signs is typed. It is no state of React's: a key is answered
 * by what stands in the text when it comes, whatever has been drawn by then.
 */
export function createMenuAtCaret(editor: LexicalEditor): MenuAtCaret {
  const listeners = new Set<() => void>()
  let triggers: readonly Trigger[] = []
  let sign: Sign | null = null
  let found: Found | null = null
  /** What is being looked for. */
  let sought: string | null = null
  let at = 0
  let awaited: Awaited | null = null
  let shown: ShownMenu | null = null

  function show(): void {
    const items = sign === null || sought === null ? [] : (found?.items ?? [])
    if (sign === null || items.length === 0) {
      if (shown === null) return
      shown = null
    } else {
      if (shown?.sign === sign && shown.items === items && shown.at === at) return
      shown = { sign, items, at }
    }
    for (const listener of listeners) listener()
  }

  function close(): void {
    sign = null
    found = null
    sought = null
    awaited = null
    show()
  }

  function take(query: string, items: readonly TypeaheadItem[]): void {
    // A library that changes meanwhile leaves what is pointed at.
    at = found?.query === query ? Math.max(0, Math.min(at, items.length - 1)) : 0
    found = { query, items }
    show()
  }

  /** Looks for what is typed, unless that is found or being looked for. */
  function seek(query: string): void {
    if (sign === null || query === sought) return
    const { trigger } = sign
    if (query.length < trigger.least) {
      sought = null
      show()
      return
    }
    sought = query
    const finding = trigger.find(query)
    if (!(finding instanceof Promise)) {
      take(query, finding)
      return
    }
    const isWanted = (): boolean => sign?.trigger === trigger && sought === query
    finding
      // What could not be fetched offers nothing, and leaves the text as it is typed.
      .catch((): readonly TypeaheadItem[] => [])
      .then((items) => {
        if (!isWanted()) return
        take(query, items)
        answerAwaited()
      })
  }

  function follow(): void {
    // What is typed behind the key belongs to the text.
    if (sign === null || awaited !== null) return
    const followed = sign
    const query = editor.getEditorState().read(() => $readQuery(followed))
    if (query === null) close()
    else seek(query)
  }

  function opened({ node, offset }: Typed): void {
    if (awaited !== null) return
    const text = node.__text.slice(0, offset)
    const trigger = triggers.find(
      (each) => text.endsWith(each.sign) && each.opensAfter(text.slice(0, -each.sign.length)),
    )
    if (trigger === undefined || node.__format !== 0) return
    const isCode = editor.read(() => $isCodeNode($getNodeByKey(node.getKey())?.getParent()))
    if (isCode) return
    close()
    sign = { trigger, key: node.getKey(), start: offset - trigger.sign.length }
    seek('')
  }

  function choose(item: TypeaheadItem): void {
    if (sign === null) return
    const chosen = sign
    editor.update(() => $takeOut(chosen), { discrete: true })
    close()
    item.run()
  }

  /** Does what a key asked for where it was pressed, and leaves the caret behind what was typed since. */
  function answerAwaited(): void {
    if (awaited === null || sign === null) return
    const { query, press } = awaited
    const { key, start, trigger } = sign
    const end = start + trigger.sign.length + query.length
    awaited = null
    let typedSince = 0
    let isThere = false
    editor.update(
      () => {
        const node = $getNodeByKey(key)
        const selection = $getSelection()
        if (!$isTextNode(node) || !$isRangeSelection(selection)) return
        const text = node.getTextContent()
        isThere =
          selection.isCollapsed() &&
          selection.anchor.key === key &&
          selection.anchor.offset >= end &&
          text.slice(start, end) === `${trigger.sign}${query}`
        if (!isThere) return
        typedSince = selection.anchor.offset - end
        node.select(end, end)
      },
      { discrete: true },
    )
    if (!isThere) {
      close()
      return
    }
    press()
    if (typedSince > 0) editor.update(() => $moveOn(typedSince))
  }

  const chooses =
    <Event extends KeyboardEvent | null>(command: LexicalCommand<Event>) =>
    (event: Event): boolean => {
      if (sign === null || awaited !== null || event?.isComposing) return false
      const query = $readQuery(sign)
      if (query === null || query.length < sign.trigger.least) return false
      seek(query)
      if (found?.query !== query) {
        awaited = { query, press: () => editor.dispatchCommand(command, event) }
        event?.preventDefault()
        return true
      }
      const item = found.items[at]
      if (item === undefined) return false
      event?.preventDefault()
      // A key comes within an update, where another would wait behind a command that the choice sends.
      $takeOut(sign)
      close()
      item.run()
      return true
    }

  const moves = (step: number) => (event: KeyboardEvent) => {
    if (shown === null) return false
    event.preventDefault()
    at = (at + step + shown.items.length) % shown.items.length
    show()
    return true
  }

  function escaped(event: KeyboardEvent): boolean {
    if (shown === null && awaited === null) return false
    event.preventDefault()
    close()
    return true
  }

  return {
    shown: () => shown,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    offer(offered) {
      triggers = offered
      const trigger = offered.find((each) => each.sign === sign?.trigger.sign)
      if (sign === null || trigger === undefined || trigger === sign.trigger) return
      const query = sought
      sign = { ...sign, trigger }
      sought = null
      if (query !== null) seek(query)
    },
    point(wanted) {
      at = wanted
      show()
    },
    choose,
    register: () =>
      mergeRegister(
        editor.registerUpdateListener(follow),
        onTyped(editor, opened),
        editor.registerCommand(KEY_ARROW_DOWN_COMMAND, moves(1), COMMAND_PRIORITY_CRITICAL),
        editor.registerCommand(KEY_ARROW_UP_COMMAND, moves(-1), COMMAND_PRIORITY_CRITICAL),
        editor.registerCommand(
          KEY_ENTER_COMMAND,
          chooses(KEY_ENTER_COMMAND),
          COMMAND_PRIORITY_CRITICAL,
        ),
        editor.registerCommand(
          KEY_TAB_COMMAND,
          chooses(KEY_TAB_COMMAND),
          COMMAND_PRIORITY_CRITICAL,
        ),
        editor.registerCommand(KEY_ESCAPE_COMMAND, escaped, COMMAND_PRIORITY_CRITICAL),
        close,
      ),
  }
}

/** Moves the caret on by so many characters of the text that it stands in. */
function $moveOn(count: number): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const { anchor } = selection
  const node = anchor.getNode()
  const child = $isTextNode(node) ? node : node.getChildAtIndex(anchor.offset)
  const from = ($isTextNode(node) ? anchor.offset : 0) + count
  if ($isTextNode(child)) child.select(from, from)
}
