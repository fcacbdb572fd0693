import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  KEY_ESCAPE_COMMAND,
  type LexicalEditor,
} from 'lexical'
import { Toolbar as Radix } from 'radix-ui'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Action, CaretState } from '../../../shared/features/feature'
import { Above } from '../../ui/Above'
import { ActionButton } from '../ActionButton'
import styles from './SelectionBar.module.css'

interface SelectionBarProps {
  readonly editor: LexicalEditor
  readonly actions: readonly Action[]
  readonly caret: CaretState
  keysOf(action: Action): string | undefined
  run(action: Action): void
}

/** What is worth a place beside the words that are selected. */
function isOffered({ name, group, inToolbar }: Action): boolean {
  if (group === 'format') return inToolbar === true
  return ['heading.2', 'heading.3', 'quote.toggle'].includes(name)
}

/** A few tools beside what the mouse has selected; a selection made by keys has its own keys. */
export function SelectionBar({ editor, actions, caret, keysOf, run }: SelectionBarProps) {
  const bar = useRef<HTMLDivElement>(null)
  const [isShown, hide] = useMouseSelection(editor)

  useLayoutEffect(() => {
    if (isShown && bar.current !== null) placeAbove(bar.current)
  })

  // The page is scrolled and panes come and go: the words that it belongs to move, and it with them.
  useEffect(() => {
    const root = editor.getRootElement()
    if (!isShown || root === null) return
    const follow = () => {
      if (bar.current !== null) placeAbove(bar.current)
    }
    const leave = ({ target }: FocusEvent) => {
      const isHere = (place: Element | null) => target instanceof Node && place?.contains(target)
      if (!isHere(root) && !isHere(bar.current)) hide()
    }
    const observer = new ResizeObserver(follow)
    observer.observe(root)
    window.addEventListener('scroll', follow, { capture: true, passive: true })
    document.addEventListener('focusin', leave)
    return () => {
      observer.disconnect()
      window.removeEventListener('scroll', follow, { capture: true })
      document.removeEventListener('focusin', leave)
    }
  }, [editor, hide, isShown])

  useEffect(() => {
    if (!isShown) return
    return editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      () => {
        hide()
        return true
      },
      COMMAND_PRIORITY_HIGH,
    )
  }, [editor, hide, isShown])

  if (!isShown) return null
  return (
    <Above label="Selection">
      <Radix.Root ref={bar} className={styles.bar} aria-label="Selection">
        {actions.filter(isOffered).map((action) => (
          <ActionButton key={action.name} action={action} caret={caret} keysOf={keysOf} run={run} />
        ))}
      </Radix.Root>
    </Above>
  )
}

/** Whether the mouse has selected words. */
function useMouseSelection(editor: LexicalEditor): readonly [boolean, () => void] {
  const [isShown, setShown] = useState(false)
  const hide = useRef(() => setShown(false)).current

  useEffect(() => {
    const hasWords = () =>
      editor.isEditable() &&
      editor.read(() => {
        const selection = $getSelection()
        return (
          $isRangeSelection(selection) &&
          !selection.isCollapsed() &&
          selection.getTextContent().trim() !== ''
        )
      })
    let frame = 0
    let isByMouse = false
    const look = () => {
      cancelAnimationFrame(frame)
      // The browser settles a selection after the button is up.
      frame = requestAnimationFrame(() => setShown(hasWords()))
    }
    const released = (event: PointerEvent) => {
      const root = editor.getRootElement()
      if (event.button === 0 && event.target instanceof Node && root?.contains(event.target)) {
        isByMouse = true
        look()
      }
    }
    const pressed = (event: PointerEvent) => {
      const root = editor.getRootElement()
      if (event.target instanceof Node && root?.contains(event.target)) setShown(false)
      isByMouse = false
    }
    const typed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey) return
      isByMouse = false
      if (event.key !== 'Escape') setShown(false)
    }
    const stop = editor.registerUpdateListener(({ editorState, prevEditorState }) => {
      if (editorState._selection === prevEditorState._selection) return
      const selection = editorState._selection
      if (!$isRangeSelection(selection) || selection.anchor.is(selection.focus)) setShown(false)
      // The editor may hear of a selection after the button is up.
      else if (isByMouse) look()
    })
    document.addEventListener('pointerup', released)
    document.addEventListener('pointerdown', pressed)
    document.addEventListener('keydown', typed)
    return () => {
      stop()
      cancelAnimationFrame(frame)
      document.removeEventListener('pointerup', released)
      document.removeEventListener('pointerdown', pressed)
      document.removeEventListener('keydown', typed)
    }
  }, [editor])
  return [isShown, hide]
}

const GAP = 8
const MARGIN = 8

/** Above the first line of what is selected, where it hides none of it; below where there is no room. */
function placeAbove(element: HTMLElement): void {
  const selection = window.getSelection()
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null
  const rects = range === null ? [] : [...range.getClientRects()].filter(({ width }) => width > 0)
  const [first] = rects
  const last = rects.at(-1)
  if (first === undefined || last === undefined) return
  const { width, height } = element.getBoundingClientRect()
  const above = first.top - GAP - height
  const top = above < MARGIN ? last.bottom + GAP : above
  const left = first.left + first.width / 2 - width / 2
  element.style.top = `${Math.min(top, window.innerHeight - height - MARGIN)}px`
  element.style.left = `${Math.max(MARGIN, Math.min(left, window.innerWidth - width - MARGIN))}px`
}
