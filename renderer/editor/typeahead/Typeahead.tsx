import {
  COMMAND_PRIORITY_CRITICAL,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import styles from './Typeahead.module.css'
import type { Trigger, TypeaheadItem } from './trigger'
import { type OpenTypeahead, useTypeahead } from './useTypeahead'

interface TypeaheadProps {
  readonly editor: LexicalEditor
  /** The same array for as long as the editor lives. */
  readonly triggers: readonly Trigger[]
}

/** The menus that open at the caret while typing: `/` and its like. Escape or a space leaves the text. */
export function Typeahead({ editor, triggers }: TypeaheadProps) {
  const { open, close, take } = useTypeahead(editor, triggers)
  const items = useItems(open)
  if (open === null || items.length === 0 || open.query.length < open.trigger.least) return null
  return (
    <TypeaheadList
      key={open.trigger.sign}
      editor={editor}
      open={open}
      items={items}
      onClose={close}
      onChoose={(item) => {
        take()
        item.run()
      }}
    />
  )
}

function useItems(open: OpenTypeahead | null): readonly TypeaheadItem[] {
  const [items, setItems] = useState<readonly TypeaheadItem[]>([])
  const trigger = open?.trigger
  const query = open?.query ?? ''
  useEffect(() => {
    let current = true
    setItems((before) => (trigger === undefined ? [] : before))
    if (trigger === undefined || query.length < trigger.least) return
    void Promise.resolve(trigger.find(query)).then((found) => {
      if (current) setItems(found)
    })
    return () => {
      current = false
    }
  }, [trigger, query])
  return items
}

interface TypeaheadListProps {
  readonly editor: LexicalEditor
  readonly open: OpenTypeahead
  readonly items: readonly TypeaheadItem[]
  onClose(): void
  onChoose(item: TypeaheadItem): void
}

function TypeaheadList({ editor, open, items, onClose, onChoose }: TypeaheadListProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const { query } = open
  // A new query starts at its best match.
  const [chosen, setChosen] = useState({ query, at: 0 })
  const at = chosen.query === query ? Math.min(chosen.at, items.length - 1) : 0
  const active = items[at]

  useEffect(() => {
    const choose = (event: KeyboardEvent | null) => {
      if (active === undefined || event?.isComposing) return false
      event?.preventDefault()
      onChoose(active)
      return true
    }
    const move = (step: number) => (event: KeyboardEvent) => {
      event.preventDefault()
      setChosen({ query, at: (at + step + items.length) % items.length })
      return true
    }
    return mergeRegister(
      editor.registerCommand(KEY_ARROW_DOWN_COMMAND, move(1), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ARROW_UP_COMMAND, move(-1), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ENTER_COMMAND, choose, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_TAB_COMMAND, choose, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(
        KEY_ESCAPE_COMMAND,
        (event) => {
          event.preventDefault()
          onClose()
          return true
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
    )
  }, [editor, items, query, at, active, onChoose, onClose])

  // The focus stays in the text; a screen reader is told of the list and of what is chosen in it.
  useEffect(() => {
    const root = editor.getRootElement()
    if (root === null) return
    root.setAttribute('aria-controls', id)
    root.setAttribute('aria-autocomplete', 'list')
    if (active !== undefined) root.setAttribute('aria-activedescendant', `${id}-${active.id}`)
    document.getElementById(`${id}-${active?.id}`)?.scrollIntoView({ block: 'nearest' })
    return () => {
      for (const name of ['aria-controls', 'aria-autocomplete', 'aria-activedescendant']) {
        root.removeAttribute(name)
      }
    }
  }, [editor, id, active])

  useLayoutEffect(() => {
    if (list.current !== null) placeBeside(list.current, rectOfSign(editor, open))
  })

  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      tabIndex={0}
      aria-label={open.trigger.label}
      className={styles.list}
    >
      {items.map((item, index) => (
        <div
          key={item.id}
          id={`${id}-${item.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={styles.item}
          // The text keeps its caret, which the choice is about.
          onPointerDown={(event) => event.preventDefault()}
          onPointerMove={() => setChosen({ query, at: index })}
          onClick={() => onChoose(item)}
          onKeyDown={() => undefined}
        >
          <ItemIcon icon={item.icon} />
          <span className={styles.label}>{item.label}</span>
          {item.detail === undefined ? null : <span className={styles.detail}>{item.detail}</span>}
          {item.keys === undefined ? null : <kbd className={styles.detail}>{item.keys}</kbd>}
        </div>
      ))}
    </div>
  )
}

function ItemIcon({ icon: Icon }: Pick<TypeaheadItem, 'icon'>) {
  if (Icon === undefined) return null
  return (
    <span className={styles.icon} aria-hidden>
      {typeof Icon === 'string' ? Icon : <Icon size={16} strokeWidth={1.75} />}
    </span>
  )
}

function rectOfSign(editor: LexicalEditor, { key, start }: OpenTypeahead): DOMRect {
  const text = editor.getElementByKey(key)?.firstChild
  const range = document.createRange()
  if (text instanceof Text && text.length > start) {
    range.setStart(text, start)
    range.setEnd(text, start + 1)
    return range.getBoundingClientRect()
  }
  return editor.getRootElement()?.getBoundingClientRect() ?? new DOMRect()
}

const GAP = 6
const MARGIN = 8

/** Below the sign where there is room, else above it; never out of the window. */
function placeBeside(element: HTMLElement, sign: DOMRect): void {
  const { width, height } = element.getBoundingClientRect()
  const below = sign.bottom + GAP
  const isAbove = below + height > window.innerHeight - MARGIN && sign.top - GAP - height > MARGIN
  const left = Math.min(sign.left, window.innerWidth - width - MARGIN)
  element.style.left = `${Math.max(MARGIN, left)}px`
  element.style.top = `${isAbove ? sign.top - GAP - height : below}px`
}
