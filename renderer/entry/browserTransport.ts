import { AppError } from '../../shared/api/errors'
import type { Transport } from '../../shared/api/transport'
import type { Connection } from '../state/connectionStore'

/** What the transport needs of the browser; tests bring their own. */
export interface BrowserEnvironment {
  readonly origin: string
  readonly secret: string
  fetch(url: string, init: RequestInit): Promise<Response>
  openSocket(url: string, protocol: string): EventSocket
  after(ms: number, run: () => void): void
}

/** The part of a WebSocket that is used. */
export type EventSocket = Pick<WebSocket, 'addEventListener' | 'close'>

export interface BrowserTransport extends Transport {
  onConnection(listener: (connection: Connection) => void): () => void
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 5000

const GONE =
  'Galley’s desk has stopped. Your words are kept on this page: copy them, or start Galley again.'

/** Talks to the backend on this machine: calls by HTTP, events by a WebSocket that comes back by itself. */
export function createBrowserTransport(environment: BrowserEnvironment): BrowserTransport {
  const { origin, secret } = environment
  const listeners = new Set<(event: string, payload: unknown) => void>()
  const watchers = new Set<(connection: Connection) => void>()
  let connection: Connection = 'connected'
  let wait = FIRST_WAIT_MS

  function show(next: Connection): void {
    if (next === connection) return
    connection = next
    for (const watcher of watchers) watcher(next)
  }

  function connect(): void {
    const socket = environment.openSocket(
      `${origin.replace(/^http/, 'ws')}/events`,
      `galley.${secret}`,
    )
    socket.addEventListener('open', () => {
      wait = FIRST_WAIT_MS
      show('connected')
    })
    socket.addEventListener('message', (message) => {
      const event = readEvent(message.data)
      if (event === null) return
      for (const listener of listeners) listener(event.event, event.payload)
    })
    socket.addEventListener('close', () => {
      show('lost')
      environment.after(wait, connect)
      wait = Math.min(LONGEST_WAIT_MS, wait * 2)
    })
  }

  connect()

  return {
    async call(method, input) {
      let response: Response
      try {
        response = await environment.fetch(`${origin}/call`, {
          method: 'POST',
          headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
          body: JSON.stringify({ method, input }),
        })
      } catch {
        throw new AppError('unavailable', GONE)
      }
      return readReply(response)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onConnection(listener) {
      watchers.add(listener)
      return () => watchers.delete(listener)
    },
  }
}

async function readReply(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    const reply: unknown = JSON.parse(text)
    if (typeof reply === 'object' && reply !== null && 'ok' in reply) return reply
  } catch {
    // Not JSON: told below, with the status that came instead.
  }
  if (response.status === 401 || response.status === 403) {
    throw new AppError(
      'denied',
      'Galley’s desk was started anew and no longer knows this page. Open the address it printed last.',
    )
  }
  throw new AppError(
    'internal',
    `Galley’s desk answered with status ${response.status} instead of a reply.`,
  )
}

function readEvent(data: unknown): { readonly event: string; readonly payload: unknown } | null {
  if (typeof data !== 'string') return null
  try {
    const value: unknown = JSON.parse(data)
    if (typeof value !== 'object' || value === null) return null
    const { event, payload } = value as { event?: unknown; payload?: unknown }
    return typeof event === 'string' ? { event, payload } : null
  } catch {
    return null
  }
}
