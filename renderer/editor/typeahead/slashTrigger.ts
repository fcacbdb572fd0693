import type { Action } from '../../../shared/features/feature'
import { search } from '../../../shared/text/matching'
import { iconNamed } from '../icons'
import { isAfterBlank, type Trigger } from './trigger'

interface SlashOptions {
  readonly actions: readonly Action[]
  /** The action's key as this person's platform and settings show it. */
  keysOf(action: Action): string | undefined
  run(action: Action): void
}

/** `/`: every block and everything that can be inserted, by name. */
export function slashTrigger({ actions, keysOf, run }: SlashOptions): Trigger {
  const offered = actions.filter(({ group }) => group === 'block' || group === 'insert')
  return {
    sign: '/',
    label: 'Insert or turn into',
    opensAfter: isAfterBlank,
    query: /^[^\s/]{0,30}$/,
    least: 0,
    find: (query) =>
      search(offered, query, ({ label, keywords }) => [label, ...keywords]).map((action) => ({
        id: action.name,
        label: action.label,
        icon: iconNamed(action.icon),
        keys: keysOf(action),
        run: () => run(action),
      })),
  }
}
