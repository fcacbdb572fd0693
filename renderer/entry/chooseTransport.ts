import type { Transport } from '../../shared/api/transport'
import type { Connection } from '../state/connectionStore'
import { createBrowserTransport } from './browserTransport'
import './preload'
import { takeSecret } from './secret'

export interface ChosenTransport extends Transport {
  /** Tells when the backend is lost and found; never in Electron, where both live and die together. */
  onConnection(listener: (connection: Connection) => void): () => void
}

/** Electron's preload surface where there is one, else the browser host that served this page. */
export function chooseTransport(window: Window): ChosenTransport {
  const { galley } = window
  if (galley !== undefined) {
    return {
      call: (method, input) => galley.call(method, input),
      subscribe: (listener) => galley.subscribe(listener),
      onConnection: () => () => undefined,
    }
  }
  return createBrowserTransport({
    origin: window.location.origin,
    secret: takeSecret(window),
    fetch: (url, init) => fetch(url, init),
    openSocket: (url, protocol) => new WebSocket(url, protocol),
    after: (ms, run) => {
      setTimeout(run, ms)
    },
  })
}
