import type { LexicalEditor } from 'lexical'
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { Above } from '../../ui/Above'
import { createMenuAtCaret, type MenuAtCaret, type ShownMenu } from './menuAtCaret'
import styles from './Typeahead.module.css'
import type { Trigger, TypeaheadItem } from './trigger'

interface TypeaheadProps {
  readonly editor: LexicalEditor
  readonly triggers: readonly Trigger[]
}

/** The menus that open at the caret while typing: `/` and its like. Escape or a space leaves the text. */
export function Typeahead({ editor, triggers }: TypeaheadProps) {
  const menu = useMemo(() => createMenuAtCaret(editor), [editor])
  useEffect(() => menu.register(), [menu])
  // Before anybody sees a library that has changed, so that what is seen in it can be typed.
  useLayoutEffect(() => menu.offer(triggers), [menu, triggers])
  const shown = useSyncExternalStore(menu.onChange, menu.shown)
  if (shown === null) return null
  return <TypeaheadList key={shown.sign.trigger.sign} editor={editor} menu={menu} shown={shown} />
}

interface TypeaheadListProps {
  readonly editor: LexicalEditor
  readonly menu: MenuAtCaret
  readonly shown: ShownMenu
}

function TypeaheadList({ editor, menu, shown }: TypeaheadListProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const { sign, items, at } = shown
  const active = items[at]

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
    if (list.current !== null) placeBeside(list.current, rectOfSign(editor, sign))
  })

  return (
    <Above label={sign.trigger.label}>
      <div
        ref={list}
        id={id}
        role="listbox"
        tabIndex={0}
        aria-label={sign.trigger.label}
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
            onPointerMove={() => menu.point(index)}
            onClick={() => menu.choose(item)}
            onKeyDown={() => undefined}
          >
            <ItemIcon icon={item.icon} />
            <span className={styles.label}>{item.label}</span>
            {item.detail === undefined ? null : (
              <span className={styles.detail}>{item.detail}</span>
            )}
            {item.keys === undefined ? null : <kbd className={styles.detail}>{item.keys}</kbd>}
          </div>
        ))}
      </div>
    </Above>
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

function rectOfSign(editor: LexicalEditor, { key, start }: ShownMenu['sign']): DOMRect {
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
