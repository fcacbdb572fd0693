import type { Action } from '../../shared/features/feature'

/** Widths in pixels, as `Toolbar.module.css` draws them. */
const BUTTON = 32
const GROUP_EDGE = 15
const MENU_BUTTON = 34

/** What a writer misses least when a toolbar is narrow, first; what is not named goes before these. */
const KEPT_LONGEST: readonly string[] = [
  'format.code',
  'format.strikethrough',
  'list.check',
  'figure.insert',
  'list.number',
  'history.redo',
  'history.undo',
  'list.bullet',
  'quote.toggle',
  'link.edit',
  'format.italic',
  'format.bold',
]

function worth({ name }: Action): number {
  return KEPT_LONGEST.indexOf(name)
}

export interface Room {
  /** What has a button, in the groups and the order given; no empty group. */
  readonly groups: readonly (readonly Action[])[]
  /** What has to be in a menu. */
  readonly rest: readonly Action[]
}

/** Pixels that groups of buttons take side by side. */
export function widthOf(groups: readonly (readonly Action[])[]): number {
  return groups.reduce((sum, group) => sum + GROUP_EDGE + group.length * BUTTON, 0)
}

/**
 * Which of a toolbar's actions fit on one line of `width` pixels. Those that do not are left for a menu,
 * whose own button is allowed for.
 */
export function roomFor(groups: readonly (readonly Action[])[], width: number | null): Room {
  const all = groups.filter((group) => group.length > 0)
  if (width === null || widthOf(all) <= width) return { groups: all, rest: [] }
  const leaving = all.flat().sort((one, other) => worth(one) - worth(other))
  const gone = new Set<Action>()
  let left = all
  for (const action of leaving) {
    gone.add(action)
    left = all
      .map((group) => group.filter((each) => !gone.has(each)))
      .filter(({ length }) => length)
    if (widthOf(left) + MENU_BUTTON <= width) break
  }
  return { groups: left, rest: all.flat().filter((action) => gone.has(action)) }
}
