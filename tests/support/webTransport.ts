import WebSocket from 'ws'
import type { Transport } from '../../shared/api/transport'

/** Talks to a browser host as its page would, from a process that is no browser. */
export function webTransport(address: string): Transport & { close(): void } {
  const { origin, host, hash } = new URL(address)
  const secret = new URLSearchParams(hash.slice(1)).get('k') ?? ''
  const listeners = new Set<(event: string, payload: unknown) => void>()
  const socket = new WebSocket(`ws://${host}/events`, `galley.${secret}`, { origin })
  const isOpen = new Promise<void>((resolve, reject) => {
    socket.on('open', resolve)
    socket.on('error', reject)
  })
  socket.on('message', (data) => {
    const { event, payload } = JSON.parse(String(data)) as { event: string; payload: unknown }
    for (const listener of listeners) listener(event, payload)
  })
  return {
    async call(method, input) {
      await isOpen
      const response = await fetch(`${origin}/call`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', origin },
        body: JSON.stringify({ method, input }),
      })
      return response.json()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => socket.terminate(),
  }
}
