import { ChevronDown } from 'lucide-react'
import { Toolbar as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import type { Action, CaretState } from '../../shared/features/feature'
import { Menu, type MenuEntry } from '../ui/Menu'
import { ActionButton } from './ActionButton'
import styles from './Toolbar.module.css'

interface ToolbarProps {
  readonly actions: readonly Action[]
  readonly caret: CaretState
  /** What else is about the block at the caret. */
  readonly children?: ReactNode
  keysOf(action: Action): string | undefined
  run(action: Action): void
}

/** What can be done at the caret, showing what the caret is in. One Tab stop; arrows move inside it. */
export function Toolbar({ actions, caret, children, keysOf, run }: ToolbarProps) {
  const entry = (action: Action): MenuEntry => ({
    kind: 'item',
    id: action.name,
    label: action.label,
    keys: keysOf(action),
    checked: action.isActive?.(caret) ?? false,
    run: () => run(action),
  })
  const kinds = actions.filter((action) => /^(paragraph|heading)\./.test(action.name))
  const current = kinds.find((action) => action.isActive?.(caret))
  const inserts = actions.filter((action) => action.group === 'insert' && !action.inToolbar)
  const tables = actions.filter(({ group }) => group === 'table')
  const extra = actions.filter((action) => action.name === 'code.set')
  const groups = (['history', 'format', 'block', 'insert'] as const).map((group) =>
    actions.filter((action) => action.group === group && (action.inToolbar || group === 'history')),
  )

  const button = (action: Action) => (
    <ActionButton key={action.name} action={action} caret={caret} keysOf={keysOf} run={run} />
  )

  return (
    <div className={styles.frame}>
      <Radix.Root className={styles.bar} aria-label="Formatting">
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
        {caret.blocks.includes('table') ? (
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
