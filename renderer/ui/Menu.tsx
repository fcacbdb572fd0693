import { Check } from 'lucide-react'
import { ContextMenu, DropdownMenu } from 'radix-ui'
import { type ReactNode, useRef, useState } from 'react'
import { Layer } from './Layer'
import styles from './Menu.module.css'
import { rememberFocus } from './rememberFocus'

/** One line of a menu, or a further menu behind it. */
export type MenuEntry =
  | {
      readonly kind: 'item'
      readonly id: string
      readonly label: string
      readonly keys?: string
      readonly enabled?: boolean
      readonly checked?: boolean
      readonly startsGroup?: boolean
      run(): void
    }
  | {
      readonly kind: 'menu'
      readonly id: string
      readonly label: string
      readonly startsGroup?: boolean
      readonly entries: readonly MenuEntry[]
    }

/** What the two kinds of Radix menu have in common. */
type Parts = Pick<
  typeof DropdownMenu,
  'Item' | 'Separator' | 'Sub' | 'SubTrigger' | 'SubContent' | 'Portal'
>

interface MenuProps {
  readonly entries: readonly MenuEntry[]
  readonly label: string
  /** The element that opens the menu. */
  readonly children: ReactNode
  onOpenChange?(isOpen: boolean): void
}

interface PressedMenuProps extends MenuProps {
  /** `click` for an opener that can be dragged: it keeps the press from React, which would open the menu. */
  readonly opensAt?: 'press' | 'click'
}

interface Choosing {
  /** For the menu's root: notes where the focus was. */
  onOpenChange(isOpen: boolean): void
  /** For the menu's content: gives the focus back, then does what was chosen. */
  onCloseAutoFocus(event: Event): void
  choose(run: () => void): void
}

/**
 * What is chosen is done after the menu has gone and the focus is back where it was: a command may be
 * about the caret, and a dialog must know where to return to.
 */
function useChoosing(tell?: (isOpen: boolean) => void): Choosing {
  const returnFocus = useRef<(() => void) | null>(null)
  const chosen = useRef<(() => void) | null>(null)
  return {
    onOpenChange(isOpen) {
      if (isOpen) returnFocus.current = rememberFocus()
      tell?.(isOpen)
    },
    onCloseAutoFocus(event) {
      const run = chosen.current
      chosen.current = null
      if (run === null) return
      event.preventDefault()
      returnFocus.current?.()
      run()
    },
    choose(run) {
      chosen.current = run
    },
  }
}

// Not modal: a modal menu locks the page's scrolling with a style element, which the policy forbids.
export function Menu({ entries, label, children, opensAt = 'press', ...on }: PressedMenuProps) {
  const [isOpen, setOpen] = useState(false)
  const { onOpenChange, onCloseAutoFocus, choose } = useChoosing(on.onOpenChange)
  const open = (next: boolean): void => {
    onOpenChange(next)
    setOpen(next)
  }
  return (
    <DropdownMenu.Root modal={false} open={isOpen} onOpenChange={open}>
      <DropdownMenu.Trigger asChild onClick={opensAt === 'click' ? () => open(!isOpen) : undefined}>
        {children}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <Layer label={label}>
          <DropdownMenu.Content
            className={styles.menu}
            align="start"
            sideOffset={4}
            collisionPadding={8}
            aria-label={label}
            onClick={keepToMenu}
            onCloseAutoFocus={onCloseAutoFocus}
          >
            <Entries entries={entries} parts={DropdownMenu} choose={choose} />
          </DropdownMenu.Content>
        </Layer>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

/** The same entries at the pointer, by the secondary button or the menu key. */
export function PointerMenu({ entries, label, children, ...on }: MenuProps) {
  const { onOpenChange, onCloseAutoFocus, choose } = useChoosing(on.onOpenChange)
  return (
    <ContextMenu.Root modal={false} onOpenChange={onOpenChange}>
      <ContextMenu.Trigger asChild>{children}</ContextMenu.Trigger>
      <ContextMenu.Portal>
        <Layer label={label}>
          <ContextMenu.Content
            className={styles.menu}
            collisionPadding={8}
            aria-label={label}
            onClick={keepToMenu}
            onCloseAutoFocus={onCloseAutoFocus}
          >
            <Entries entries={entries} parts={ContextMenu} choose={choose} />
          </ContextMenu.Content>
        </Layer>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  )
}

// React lets events of a portal rise to what the menu was drawn in, which may be a row with a click of its own.
function keepToMenu(event: { stopPropagation(): void }): void {
  event.stopPropagation()
}

interface EntriesProps {
  readonly entries: readonly MenuEntry[]
  readonly parts: Parts
  choose(run: () => void): void
}

function Entries({ entries, parts, choose }: EntriesProps) {
  return entries.map((entry, index) => (
    <Entry key={entry.id} entry={entry} parts={parts} choose={choose} isFirst={index === 0} />
  ))
}

interface EntryProps {
  readonly entry: MenuEntry
  readonly parts: Parts
  readonly isFirst: boolean
  choose(run: () => void): void
}

function Entry({ entry, parts, isFirst, choose }: EntryProps) {
  const line = entry.startsGroup && !isFirst ? <parts.Separator className={styles.line} /> : null
  if (entry.kind === 'menu') {
    return (
      <>
        {line}
        <parts.Sub>
          <parts.SubTrigger className={styles.item}>
            <span className={styles.mark} />
            <span className={styles.label}>{entry.label}</span>
            <span className={styles.keys} aria-hidden>
              ›
            </span>
          </parts.SubTrigger>
          <parts.Portal>
            <Layer label={entry.label}>
              <parts.SubContent
                className={styles.menu}
                sideOffset={2}
                collisionPadding={8}
                onClick={keepToMenu}
              >
                <Entries entries={entry.entries} parts={parts} choose={choose} />
              </parts.SubContent>
            </Layer>
          </parts.Portal>
        </parts.Sub>
      </>
    )
  }
  return (
    <>
      {line}
      <parts.Item
        className={styles.item}
        disabled={entry.enabled === false}
        onSelect={() => choose(() => entry.run())}
      >
        <span className={styles.mark}>
          {entry.checked ? <Check size={14} strokeWidth={2} aria-label="on" /> : null}
        </span>
        <span className={styles.label}>{entry.label}</span>
        {entry.keys ? <kbd className={styles.keys}>{entry.keys}</kbd> : null}
      </parts.Item>
    </>
  )
}
