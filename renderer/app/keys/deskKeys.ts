import { type CommandName, commands } from '../../../shared/api/commands'
import type { HostInfo } from '../../state/desk'
import { keysInBrowser, keysOn, showShortcut } from './shortcut'

/** The shortcuts that one of the desk's own commands has in this host, first the one to show. */
export function deskKeys({ host, platform }: HostInfo, name: CommandName): readonly string[] {
  const face = commands[name]
  // What the native menu does by itself must pass the page by.
  const isNative = name === 'view.fullScreen' && host === 'electron'
  if (!('keys' in face) || isNative) return []
  const keys = keysOn(face.keys, platform)
  return host === 'browser' ? keysInBrowser(keys) : keys
}

/** The key of a command as the person's platform writes it. */
export function shownKey(host: HostInfo, name: CommandName): string | undefined {
  const [first] = deskKeys(host, name)
  return first === undefined ? undefined : showShortcut(first, host.platform)
}
