import type { Action } from '../../../shared/features/feature'
import type { ArticleSession } from '../../state/articleSession'
import type { LayoutState } from '../../state/layoutStore'
import { keysOn, type Platform } from '../keys/shortcut'
import type { Command } from './command'

const MENUS: Readonly<Record<Action['group'], string>> = {
  history: 'Edit',
  edit: 'Edit',
  table: 'Table',
  format: 'Format',
  block: 'Format',
  insert: 'Insert',
}

/** What the open article's editor offers, as commands beside the desk's own. */
export function createPageCommands(
  session: ArticleSession | null,
  headingKeys: LayoutState['headingKeys'],
  platform: Platform,
): readonly Command[] {
  if (session === null) return []
  const { actions } = session
  return actions.map((action, index) => ({
    name: action.name,
    label: action.label,
    menu: MENUS[action.group],
    keys: keysOn(action.shortcuts?.[headingKeys] ?? action.shortcuts?.document ?? [], platform),
    keywords: action.keywords,
    startsGroup: actions[index - 1]?.group !== action.group,
    scope: 'page',
    isEnabled: () => true,
    isChecked: action.isActive && (() => action.isActive?.(session.caret()) ?? false),
    run: () => session.run(action),
  }))
}
