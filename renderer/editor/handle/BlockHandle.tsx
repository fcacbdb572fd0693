import {
  $createNodeSelection,
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  type LexicalEditor,
} from 'lexical'
import { GripVertical } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { moveBlock } from '../../../shared/document/typing/blocks'
import type { Action, CaretState } from '../../../shared/features/feature'
import { Menu, type MenuEntry } from '../../ui/Menu'
import styles from './BlockHandle.module.css'

interface BlockHandleProps {
  readonly editor: LexicalEditor
  /** What the handle is placed in: the page's body, beside the text. */
  readonly body: RefObject<HTMLElement | null>
  readonly actions: readonly Action[]
  readonly caret: CaretState
  keysOf(action: Action): string | undefined
  run(action: Action): void
}

/** The block of the article that an element stands in. */
function blockOf(editor: LexicalEditor, target: EventTarget | null): HTMLElement | null {
  const root = editor.getRootElement()
  let element = target instanceof Node ? target : null
  while (element !== null && element.parentNode !== root) element = element.parentNode
  return element instanceof HTMLElement ? element : null
}

/** The block at a height of the page, also beside the text. */
function blockAt(editor: LexicalEditor, y: number): HTMLElement | null {
  const blocks = editor.getRootElement()?.children
  if (blocks === undefined) return null
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    const bottom = blocks[middle]?.getBoundingClientRect().bottom ?? 0
    if (bottom > y) high = middle
    else low = middle + 1
  }
  const block = blocks[Math.min(low, blocks.length - 1)]
  return block instanceof HTMLElement ? block : null
}

function keyOf(editor: LexicalEditor, block: HTMLElement | null): string | null {
  return block === null
    ? null
    : editor.read(() => $getNearestNodeFromDOMNode(block)?.getKey() ?? null)
}

/** Where a dragged block would be put. */
interface Drop {
  readonly top: number
  /** The block it would stand in front of; null at the end. */
  readonly before: HTMLElement | null
}

/** Stands beside the block under the mouse: to drag it, and to turn it into something else. Keys have their own commands. */
export function BlockHandle({ editor, body, actions, caret, keysOf, run }: BlockHandleProps) {
  const [block, setBlock] = useState<HTMLElement | null>(null)
  const dragged = useRef<string | null>(null)
  const isMenuOpen = useRef(false)
  const [drop, setDrop] = useState<Drop | null>(null)
  const place = useRef<Drop | null>(null)

  useEffect(() => {
    const frame = body.current
    if (frame === null) return
    // The menu stands outside of the page: a pointer on its way into it must not take it away.
    const moved = (event: PointerEvent) => {
      if (isMenuOpen.current) return
      if (event.pointerType === 'touch' || !editor.isEditable()) return
      if (event.target instanceof Element && event.target.closest('[data-block-handle]')) return
      setBlock(blockOf(editor, event.target) ?? blockAt(editor, event.clientY))
    }
    const left = () => {
      if (!isMenuOpen.current) setBlock(null)
    }
    const typed = () => setBlock(null)
    const over = (event: DragEvent) => {
      if (dragged.current === null) return
      event.preventDefault()
      event.stopPropagation()
      const target = blockAt(editor, event.clientY)
      if (target === null) return
      const { top, bottom } = target.getBoundingClientRect()
      const isAbove = event.clientY < (top + bottom) / 2
      const before = isAbove ? target : target.nextElementSibling
      const line = (isAbove ? top : bottom) - frame.getBoundingClientRect().top
      place.current = { top: line, before: before instanceof HTMLElement ? before : null }
      setDrop(place.current)
    }
    const dropped = (event: DragEvent) => {
      if (dragged.current === null || place.current === null) return
      event.preventDefault()
      event.stopPropagation()
      moveBlock(editor, dragged.current, keyOf(editor, place.current.before))
      editor.getRootElement()?.focus({ preventScroll: true })
      dragged.current = null
      place.current = null
      setDrop(null)
    }
    frame.addEventListener('pointermove', moved)
    frame.addEventListener('pointerleave', left)
    frame.addEventListener('keydown', typed)
    frame.addEventListener('dragover', over, { capture: true })
    frame.addEventListener('drop', dropped, { capture: true })
    return () => {
      frame.removeEventListener('pointermove', moved)
      frame.removeEventListener('pointerleave', left)
      frame.removeEventListener('keydown', typed)
      frame.removeEventListener('dragover', over, { capture: true })
      frame.removeEventListener('drop', dropped, { capture: true })
    }
  }, [body, editor])

  /** The actions are about the caret: it goes into the block unless it is there. */
  function select(): void {
    const key = keyOf(editor, block)
    if (key === null) return
    editor.update(
      () => {
        const node = $getNodeByKey(key)
        const selection = $getSelection()
        const at = $isRangeSelection(selection) ? selection.anchor.getNode() : null
        if (node === null || at?.getTopLevelElement()?.is(node)) return
        if ($isElementNode(node)) node.selectStart()
        else {
          const chosen = $createNodeSelection()
          chosen.add(key)
          $setSelection(chosen)
        }
      },
      { discrete: true },
    )
  }

  /** The press is kept from the menu, which would open at once, and then nothing could be dragged. */
  function pressable(button: HTMLButtonElement | null): (() => void) | undefined {
    const pressed = (event: PointerEvent) => {
      event.stopPropagation()
      select()
    }
    button?.addEventListener('pointerdown', pressed)
    return () => button?.removeEventListener('pointerdown', pressed)
  }

  const entry = (action: Action): MenuEntry => ({
    kind: 'item',
    id: action.name,
    label: action.label,
    keys: keysOf(action),
    checked: action.isActive?.(caret) ?? false,
    run: () => run(action),
  })
  const turns = actions.filter(({ group }) => group === 'block').map(entry)
  const wholes = actions.filter(({ name }) => name.startsWith('block.')).map(entry)

  const frame = body.current
  if (frame === null) return null
  const { top } = frame.getBoundingClientRect()
  return (
    <>
      {block?.isConnected ? (
        <span
          className={styles.place}
          data-block-handle
          style={{ top: block.getBoundingClientRect().top - top }}
        >
          <Menu
            label="Block"
            opensAt="click"
            onOpenChange={(isOpen) => {
              isMenuOpen.current = isOpen
            }}
            entries={[{ kind: 'menu', id: 'turn', label: 'Turn into', entries: turns }, ...wholes]}
          >
            <button
              type="button"
              className={styles.handle}
              aria-label="Block: drag to move, press for more"
              tabIndex={-1}
              draggable
              ref={pressable}
              // The commands of the menu are about the caret, not about this button.
              onClick={() => editor.getRootElement()?.focus({ preventScroll: true })}
              onDragStart={(event) => {
                const key = keyOf(editor, block)
                if (key === null || block === null) return
                dragged.current = key
                event.dataTransfer.effectAllowed = 'move'
                event.dataTransfer.setData('application/x-galley-block', key)
                event.dataTransfer.setDragImage(block, 0, 0)
              }}
              onDragEnd={() => {
                dragged.current = null
                place.current = null
                setDrop(null)
              }}
            >
              <GripVertical size={16} aria-hidden />
            </button>
          </Menu>
        </span>
      ) : null}
      {drop === null ? null : <span className={styles.line} style={{ top: drop.top }} />}
    </>
  )
}
