import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { dispatch } from '../../shared/api/dispatch'
import { answerPage, type PageAnswer, plain, readPageFiles } from '../adapters/page/pageFiles'
import { pageKind, securityHeaders } from '../adapters/page/policy'
import type { Backend } from '../backend'
import { createGuard, type Guard } from './guard'
import { readBody } from './readBody'

/**
 * The protocol of the browser host:
 *   - the page is opened at `<origin>/#k=<secret>`, takes the secret and clears the address;
 *   - a call is `POST /call` with `Authorization: Bearer <secret>` and `{"method","input"}`, and is
 *     answered with a `Reply`;
 *   - events come over a WebSocket at `/events`, opened with the subprotocol `galley.<secret>`, each
 *     as `{"event","payload"}`.
 */
export interface BrowserHost {
  /** Without the secret: may be shown anywhere. */
  readonly origin: string
  /** With the secret: whoever opens it is at the desk. */
  readonly address: string
  /** Pages that listen for events now. */
  pages(): number
  /** Resolves when no page listens any more. */
  empty(): Promise<void>
  close(): Promise<void>
}

export interface BrowserHostOptions {
  readonly backend: Pick<Backend, 'handlers' | 'subscribe'>
  readonly rendererDir: string
  /** A free one when absent. */
  readonly port?: number
  readonly onInternal?: (method: string, error: unknown) => void
}

const LOOPBACK = '127.0.0.1'
const PING_MS = 25_000

export async function createBrowserHost({
  backend,
  rendererDir,
  port = 0,
  onInternal,
}: BrowserHostOptions): Promise<BrowserHost> {
  const files = await readPageFiles(rendererDir)
  const secret = randomBytes(32).toString('base64url')
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, LOOPBACK, resolve)
  })
  const authority = `${LOOPBACK}:${(server.address() as AddressInfo).port}`
  const connect = ["'self'", `ws://${authority}`]
  const guard = createGuard({ authority, secret })

  async function answer(request: IncomingMessage): Promise<PageAnswer> {
    const path = pathOf(request)
    const headers = securityHeaders(pageKind(path), connect)
    if (path !== '/call') {
      const refusal = guard.page(request.headers)
      if (refusal !== null) return plain(refusal.status, refusal.reason, headers)
      return answerPage(files, { method: request.method ?? 'GET', path, connect })
    }
    const refusal = guard.call(request.headers)
    if (refusal !== null) return plain(refusal.status, refusal.reason, headers)
    if (request.method !== 'POST')
      return plain(405, 'A call is a POST.', { ...headers, Allow: 'POST' })
    const body = await readBody(request)
    if (body.kind === 'refused') return plain(body.status, body.reason, headers)
    const { method, input } = callIn(body.value)
    const reply = await dispatch(backend.handlers, method, input, { onInternal })
    return {
      status: 200,
      headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify(reply),
    }
  }

  server.on('request', (request, response) => {
    answer(request)
      .catch(() => plain(500, 'Galley failed at this request.', securityHeaders('desk', connect)))
      .then((found) => send(request, response, found))
  })
  const sockets = attachEvents(backend, guard)
  server.on('upgrade', sockets.upgrade)

  return {
    origin: `http://${authority}`,
    address: `http://${authority}/#k=${secret}`,
    pages: sockets.count,
    empty: sockets.empty,
    async close() {
      sockets.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

function pathOf(request: IncomingMessage): string {
  try {
    return new URL(request.url ?? '/', 'http://host.invalid').pathname
  } catch {
    return ''
  }
}

function callIn(value: unknown): { readonly method: unknown; readonly input: unknown } {
  if (typeof value !== 'object' || value === null) return { method: undefined, input: undefined }
  return {
    method: Object.hasOwn(value, 'method') ? Reflect.get(value, 'method') : undefined,
    input: Object.hasOwn(value, 'input') ? Reflect.get(value, 'input') : undefined,
  }
}

function send(request: IncomingMessage, response: ServerResponse, answer: PageAnswer): void {
  const { status, headers, body } = answer
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  // What was not read of a refused request would be taken for the next one.
  const rest = request.complete ? {} : { Connection: 'close' }
  response.writeHead(status, { ...headers, ...rest, 'Content-Length': bytes.byteLength })
  if (request.complete) response.end(request.method === 'HEAD' ? undefined : bytes)
  else answerMidway(request, response, bytes)
}

/** How long a sender may go on after the answer to what was refused, in milliseconds. */
const LINGER_MS = 2_000

/**
 * Answers a request that is still being sent. Closing at once would reset the connection, and a reset
 * discards what the sender has not yet read: the answer itself. So the rest is read and thrown away
 * until the sender stops, for a moment at most (RFC 9112, 9.6).
 */
function answerMidway(request: IncomingMessage, response: ServerResponse, bytes: Uint8Array): void {
  response.write(bytes)
  request.resume()
  const timer = setTimeout(() => response.end(), LINGER_MS)
  const stop = (): void => {
    clearTimeout(timer)
    response.end()
  }
  request.once('end', stop)
  response.once('close', () => clearTimeout(timer))
}

interface Sockets {
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  count(): number
  empty(): Promise<void>
  close(): void
}

/** Sends every event of the backend to every page that has shown the secret. */
function attachEvents(backend: Pick<Backend, 'subscribe'>, guard: Guard): Sockets {
  // Nothing is expected from a page here, so hardly anything is read.
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024 })
  const stop = backend.subscribe((event, payload) => {
    const message = JSON.stringify({ event, payload })
    for (const client of server.clients) if (client.readyState === client.OPEN) client.send(message)
  })
  // A page whose machine slept is noticed, and comes back by itself.
  const ping = setInterval(() => {
    for (const client of server.clients) client.ping()
  }, PING_MS)

  const waiting = new Set<() => void>()
  function tellWhenEmpty(): void {
    if (server.clients.size > 0) return
    for (const resolve of waiting) resolve()
    waiting.clear()
  }

  return {
    upgrade(request, socket, head) {
      const refusal = guard.socket(request.headers)
      if (pathOf(request) !== '/events' || refusal !== null) {
        const status = refusal?.status ?? 404
        socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
        return
      }
      server.handleUpgrade(request, socket, head, (client) => {
        client.on('error', () => client.terminate())
        // The set of clients is brought up to date by an earlier listener of this event.
        client.on('close', tellWhenEmpty)
      })
    },
    count: () => server.clients.size,
    empty: () =>
      new Promise((resolve) => {
        waiting.add(resolve)
        tellWhenEmpty()
      }),
    close() {
      stop()
      clearInterval(ping)
      for (const client of server.clients) client.terminate()
      server.close()
    },
  }
}
