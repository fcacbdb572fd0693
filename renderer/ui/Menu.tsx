import { Check } from 'lucide-react'
import { ContextMenu, DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import styles from './Menu.module.css'

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
}

// Not modal: a modal menu locks the page's scrolling with a style element, which the policy forbids.
export function Menu({ entries, label, children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{children}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={styles.menu}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          onClick={keepToMenu}
        >
          <Entries entries={entries} parts={DropdownMenu} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

/** The same entries at the pointer, by the secondary button or the menu key. */
export function PointerMenu({ entries, label, children }: MenuProps) {
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger asChild>{children}</ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content
          className={styles.menu}
          collisionPadding={8}
          aria-label={label}
          onClick={keepToMenu}
        >
          <Entries entries={entries} parts={ContextMenu} />
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  )
}

// React lets events of a portal rise to what the menu was drawn in, which may be a row with a click of its own.
function keepToMenu(event: { stopPropagation(): void }): void {
  event.stopPropagation()
}

function Entries({
  entries,
  parts,
}: {
  readonly entries: readonly MenuEntry[]
  readonly parts: Parts
}) {
  return entries.map((entry, index) => (
    <Entry key={entry.id} entry={entry} parts={parts} isFirst={index === 0} />
  ))
}

interface EntryProps {
  readonly entry: MenuEntry
  readonly parts: Parts
  readonly isFirst: boolean
}

function Entry({ entry, parts, isFirst }: EntryProps) {
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
            <parts.SubContent
              className={styles.menu}
              sideOffset={2}
              collisionPadding={8}
              onClick={keepToMenu}
            >
              <Entries entries={entry.entries} parts={parts} />
            </parts.SubContent>
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
        onSelect={() => entry.run()}
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
