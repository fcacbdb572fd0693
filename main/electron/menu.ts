import type { MenuItemConstructorOptions } from 'electron'
import {
  type CommandFace,
  type CommandName,
  commands,
  MENUS,
  type MenuName,
} from '../../shared/api/commands'

export interface MenuNeeds {
  readonly isMac: boolean
  readonly hasDevTools: boolean
  send(command: CommandName): void
}

/** `Mod+Shift+E` as Electron writes it. */
function acceleratorOf(keys: string): string {
  return keys.replace(/^(?:mac|pc):/, '').replace('Mod', 'CmdOrCtrl')
}

/** The native menu, from the same table as the page's own menus. */
export function menuTemplate({
  isMac,
  hasDevTools,
  send,
}: MenuNeeds): MenuItemConstructorOptions[] {
  const items = (menu: MenuName): MenuItemConstructorOptions[] =>
    (Object.entries(commands) as [CommandName, CommandFace][])
      .filter(([name, face]) => face.menu === menu && name !== 'view.fullScreen')
      .flatMap(([name, face]) => {
        const other = isMac ? 'pc:' : 'mac:'
        const key = face.keys?.find((keys) => !keys.startsWith(other))
        const item: MenuItemConstructorOptions = {
          label: face.label,
          ...(key === undefined ? {} : { accelerator: acceleratorOf(key) }),
          click: () => send(name),
        }
        return face.startsGroup ? [SEPARATOR, item] : [item]
      })
  const around: Readonly<Record<MenuName, readonly MenuItemConstructorOptions[]>> = {
    File: [SEPARATOR, isMac ? { role: 'close' } : { role: 'quit' }],
    Edit: [],
    Review: [],
    // The window's own full screen: a page would need a right for its own, and has none.
    View: [
      SEPARATOR,
      { role: 'togglefullscreen' },
      ...(hasDevTools ? [{ role: 'toggleDevTools' as const }] : []),
    ],
    Export: [],
    Help: isMac ? [] : [SEPARATOR, { role: 'about' }],
  }
  const ours = MENUS.map((label) => ({
    label,
    submenu: [
      ...(label === 'Edit' ? [...EDITING, SEPARATOR] : []),
      ...items(label),
      ...around[label],
    ],
  }))
  if (!isMac) return ours
  const beforeHelp = ours.length - 1
  return [
    { role: 'appMenu' },
    ...ours.slice(0, beforeHelp),
    { role: 'windowMenu' },
    ...ours.slice(beforeHelp).map((menu) => ({ ...menu, role: 'help' as const })),
  ]
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' }

const EDITING: readonly MenuItemConstructorOptions[] = [
  { role: 'undo' },
  { role: 'redo' },
  SEPARATOR,
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'pasteAndMatchStyle' },
  { role: 'selectAll' },
]
