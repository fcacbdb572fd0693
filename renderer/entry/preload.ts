import type { Transport } from '../../shared/api/transport'

/** What Electron's preload script puts on the page: exactly these two functions. */
export type PreloadSurface = Transport

declare global {
  interface Window {
    readonly galley?: PreloadSurface
  }
}
