import type { MenuEntry } from '../../ui/Menu'
import { type Platform, showShortcut } from '../keys/shortcut'
import type { Command } from './command'

/** The menus of a window that has no menu bar, in the order people know. */
const ORDER = ['File', 'Edit', 'Format', 'Insert', 'Table', 'Review', 'View', 'Export', 'Help']

export function menuOf(commands: readonly Command[], platform: Platform): readonly MenuEntry[] {
  return ORDER.flatMap((label): readonly MenuEntry[] => {
    const entries = commands
      .filter(({ menu }) => menu === label)
      .map((command) => entryOf(command, platform))
    return entries.length === 0 ? [] : [{ kind: 'menu', id: label, label, entries }]
  })
}

function entryOf(command: Command, platform: Platform): MenuEntry {
  const [shortcut] = command.keys
  return {
    kind: 'item',
    id: command.name,
    label: command.label,
    keys: shortcut === undefined ? undefined : showShortcut(shortcut, platform),
    enabled: command.isEnabled(),
    checked: command.isChecked?.(),
    startsGroup: command.startsGroup,
    run: () => command.run(),
  }
}
