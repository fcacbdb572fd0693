import { spawn } from 'node:child_process'

/** The command that opens an address as a click would; `null` where there is no desktop to open it on. */
export function openCommand(
  address: string,
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): { readonly command: string; readonly args: readonly string[] } | null {
  if (platform === 'darwin') return { command: 'open', args: [address] }
  if (platform === 'win32') {
    // `start` takes its first quoted word for a window's title.
    return { command: 'cmd', args: ['/c', 'start', '""', address.replaceAll('&', '^&')] }
  }
  // Without a display it would start a browser in the terminal.
  const hasDisplay = Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)
  return hasDisplay ? { command: 'xdg-open', args: [address] } : null
}

/** Opens the person's browser; the address is printed as well, so a failure needs no words. */
export function openInBrowser(
  address: string,
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): void {
  const opening = openCommand(address, platform, environment)
  if (opening === null) return
  const child = spawn(opening.command, opening.args, { detached: true, stdio: 'ignore' })
  child.on('error', () => undefined)
  child.unref()
}
