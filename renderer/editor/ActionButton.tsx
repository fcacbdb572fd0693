import { Toolbar as Radix } from 'radix-ui'
import type { Action, CaretState } from '../../shared/features/feature'
import { IconButton } from '../ui/IconButton'
import { iconNamed } from './icons'

interface ActionButtonProps {
  readonly action: Action
  readonly caret: CaretState
  keysOf(action: Action): string | undefined
  run(action: Action): void
}

/** An action as a button of a toolbar, pressed while the caret is in what it makes. */
export function ActionButton({ action, caret, keysOf, run }: ActionButtonProps) {
  return (
    <Radix.Button asChild>
      <IconButton
        icon={iconNamed(action.icon)}
        label={action.label}
        keys={keysOf(action)}
        pressed={action.isActive?.(caret)}
        // The page keeps its selection, which the action is about.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => run(action)}
      />
    </Radix.Button>
  )
}
