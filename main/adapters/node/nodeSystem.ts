import { randomBytes } from 'node:crypto'
import type { Clock, HostInfo, Logger, RandomId } from '../../ports/host'

export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}

export const randomId: RandomId = () => randomBytes(16).toString('base64url')

/** Warnings for whoever started Galley from a terminal. */
export const consoleLogger: Logger = {
  warn: (message) => console.warn(message),
}

export function platformOf(platform: NodeJS.Platform): HostInfo['platform'] {
  if (platform === 'darwin') return 'mac'
  return platform === 'win32' ? 'windows' : 'linux'
}
