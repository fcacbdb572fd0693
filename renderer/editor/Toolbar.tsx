import { ChevronDown, Ellipsis } from 'lucide-react'
import { Toolbar as Radix } from 'radix-ui'
import { Children, type ReactNode, useRef } from 'react'
import type { Action, CaretState } from '../../shared/features/feature'
import { IconButton } from '../ui/IconButton'
import { Menu, type MenuEntry } from '../ui/Menu'
import { useWidth } from '../ui/useWidth'
import { ActionButton } from './ActionButton'
import styles from './Toolbar.module.css'
import { roomFor } from './toolbarRoom'

interface ToolbarProps {
  readonly actions: readonly Action[]
  readonly caret: CaretState
  /** What else is about the block at the caret. */
  readonly children?: ReactNode
  keysOf(action: Action): string | undefined
  run(action: Action): void
  /** Goes on writing. */
  onLeave(): void
}

/** Pixels that the menus take beside the buttons, as the stylesheet draws them. */
const MENUS = 168
const TABLE_MENU = 76
const BESIDE = 204

/**
 * What can be done at the caret, showing what the caret is in. One Tab stop; arrows move inside it. It is
 * one line: what has no room on it is in a menu.
 */
export function Toolbar({ actions, caret, children, keysOf, run, onLeave }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null)
  const width = useWidth(bar)
  const entry = (action: Action): MenuEntry => ({
    kind: 'item',
    id: action.name,
    label: action.label,
    keys: keysOf(action),
    checked: action.isActive?.(caret) ?? false,
    run: () => run(action),
  })
  const kinds = actions.filter((action) => /^(paragraph|heading)\./.test(action.name))
  const blocks = actions.filter(({ group }) => group === 'block' || group === 'insert')
  const current = [...kinds, ...blocks].find((action) => action.isActive?.(caret))
  const inserts = actions.filter((action) => action.group === 'insert' && !action.inToolbar)
  const tables = actions.filter(({ group }) => group === 'table')
  const extra = actions.filter((action) => action.name === 'code.set')
  const inTable = caret.blocks.includes('table')
  const taken =
    MENUS + (inTable ? TABLE_MENU : 0) + (Children.toArray(children).length > 0 ? BESIDE : 0)
  const all = (['history', 'format', 'block', 'insert'] as const).map((group) =>
    actions.filter((action) => action.group === group && (action.inToolbar || group === 'history')),
  )
  const { groups, rest } = roomFor(all, width === null ? null : width - taken)

  const button = (action: Action) => (
    <ActionButton key={action.name} action={action} caret={caret} keysOf={keysOf} run={run} />
  )

  return (
    <div className={styles.frame}>
      <Radix.Root
        ref={bar}
        className={styles.bar}
        aria-label="Formatting"
        data-formatting-bar
        onKeyDown={(event) => {
          // A menu that is open keeps it; it is drawn elsewhere.
          const isHere = event.target instanceof Node && event.currentTarget.contains(event.target)
          if (event.key === 'Escape' && isHere) onLeave()
        }}
      >
        <Menu label="Kind of block" entries={kinds.map(entry)}>
          <Radix.Button
            className={styles.kind}
            aria-label={`Kind of block: ${current?.label ?? 'none'}`}
          >
            <span className={styles.kindName}>{current?.label ?? 'Paragraph'}</span>
            <ChevronDown size={14} aria-hidden />
          </Radix.Button>
        </Menu>
        {groups.map((group) => (
          <span key={group[0]?.group} className={styles.group}>
            {group.map(button)}
          </span>
        ))}
        {rest.length > 0 ? (
          <Menu label="More formatting" entries={rest.map(entry)}>
            <Radix.Button asChild>
              <IconButton icon={Ellipsis} label="More formatting" />
            </Radix.Button>
          </Menu>
        ) : null}
        {inTable ? (
          <Menu label="Table" entries={tables.map(entry)}>
            <Radix.Button className={styles.kind} aria-label="Table">
              <span>Table</span>
              <ChevronDown size={14} aria-hidden />
            </Radix.Button>
          </Menu>
        ) : null}
        <Menu label="Insert" entries={[...extra, ...inserts].map(entry)}>
          <Radix.Button className={styles.kind} aria-label="Insert">
            <span>Insert</span>
            <ChevronDown size={14} aria-hidden />
          </Radix.Button>
        </Menu>
        {children}
      </Radix.Root>
    </div>
  )
}
