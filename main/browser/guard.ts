import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Why a request is turned away; `null` when it may pass. */
export type Refusal = { readonly status: 401 | 403; readonly reason: string } | null

export interface Guard {
  /** For a page's own parts: the address must be ours, whoever asks. */
  page(headers: IncomingHttpHeaders): Refusal
  /** For a call: it must come from our page, and know the secret. */
  call(headers: IncomingHttpHeaders): Refusal
  /** For the events' socket, which can carry the secret only as a protocol's name. */
  socket(headers: IncomingHttpHeaders): Refusal
}

const PROTOCOL = 'galley.'

/**
 * Any page in the person's browser can send requests to this machine. Ours are told by the exact
 * address (another name for it means a stranger's domain was pointed here), by the origin that the
 * browser itself puts in, and by the secret of this run.
 */
export function createGuard({
  authority,
  secret,
}: {
  /** Host and port, as in `127.0.0.1:4000`. */
  readonly authority: string
  readonly secret: string
}): Guard {
  const origin = `http://${authority}`

  function page(headers: IncomingHttpHeaders): Refusal {
    if (headers.host !== authority) return refuse(403, 'This is not the address of Galley.')
    if (headers.origin !== undefined && headers.origin !== origin) return foreign()
    const site = headers['sec-fetch-site']
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return foreign()
    return null
  }

  function ours(headers: IncomingHttpHeaders, given: string | undefined): Refusal {
    const refusal = page(headers)
    if (refusal !== null) return refusal
    if (headers.origin !== origin) return foreign()
    if (given === undefined || !isSame(given, secret)) {
      return refuse(401, 'This page belongs to an earlier run. Open the address printed last.')
    }
    return null
  }

  return {
    page,
    call: (headers) => ours(headers, /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]),
    socket: (headers) => {
      const protocol = headers['sec-websocket-protocol']
      return ours(
        headers,
        protocol?.startsWith(PROTOCOL) ? protocol.slice(PROTOCOL.length) : undefined,
      )
    },
  }
}

function refuse(status: 401 | 403, reason: string): Refusal {
  return { status, reason }
}

function foreign(): Refusal {
  return refuse(403, 'Only Galley’s own page may ask here.')
}

/** Compares in the same time whatever the guess, so that the secret cannot be found letter by letter. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
