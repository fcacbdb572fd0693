import type { IncomingMessage } from 'node:http'

/** Largest call: the largest picture in Base64, with room to spare. */
export const MAX_CALL_BYTES = 64 * 1024 * 1024

export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly status: 400 | 413 | 415; readonly reason: string }

/** Reads a call's JSON; what is too long is not kept, and the request stays open for the answer. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  if (!/^application\/json(?:;|$)/.test(request.headers['content-type'] ?? '')) {
    return { kind: 'refused', status: 415, reason: 'A call is JSON.' }
  }
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(piece)) continue
    length += piece.length
    if (length > MAX_CALL_BYTES)
      return { kind: 'refused', status: 413, reason: 'The call is too long.' }
    pieces.push(piece)
  }
  try {
    return { kind: 'json', value: JSON.parse(Buffer.concat(pieces).toString('utf8')) }
  } catch {
    return { kind: 'refused', status: 400, reason: 'The call is not valid JSON.' }
  }
}
