import { expect, it } from 'vitest'
import { createClient } from './client'
import { AppError } from './errors'
import type { Transport } from './transport'

function transportThat(answer: () => unknown): Transport & {
  emit(event: string, payload: unknown): void
  readonly subscriptions: () => number
} {
  const listeners = new Set<(event: string, payload: unknown) => void>()
  return {
    call: async () => answer(),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    emit(event, payload) {
      for (const listener of [...listeners]) listener(event, payload)
    },
    subscriptions: () => listeners.size,
  }
}

it('resolves with the value of a good reply', async () => {
  const client = createClient(transportThat(() => ({ ok: true, value: { article: null } })))
  expect(await client.call('session.get', {})).toEqual({ article: null })
})

it('rebuilds the backend’s error', async () => {
  const error = { code: 'conflict', message: 'Changed on disk.', details: { theirs: 'x' } }
  const client = createClient(transportThat(() => ({ ok: false, error })))
  const failure = await client.call('session.get', {}).catch((reason: unknown) => reason)
  expect(failure).toBeInstanceOf(AppError)
  expect(failure).toMatchObject(error)
})

it('says so when the backend cannot be reached', async () => {
  const client = createClient(
    transportThat(() => {
      throw new Error('connection refused')
    }),
  )
  await expect(client.call('session.get', {})).rejects.toMatchObject({ code: 'unavailable' })
})

it.each([undefined, null, 'yes', { ok: 'true' }, { ok: false, error: { code: 'odd' } }])(
  'takes %j for no proper answer',
  async (answer) => {
    const client = createClient(transportThat(() => answer))
    await expect(client.call('session.get', {})).rejects.toMatchObject({ code: 'internal' })
  },
)

it('passes events to those who asked for them, and only sound ones', () => {
  const transport = transportThat(() => null)
  const client = createClient(transport)
  const heard: unknown[] = []
  const stop = client.subscribe('menu.command', (payload) => heard.push(payload))
  transport.emit('menu.command', { command: 'article.save' })
  transport.emit('menu.command', { command: 7 })
  transport.emit('constructor', {})
  transport.emit('library.changed', {})
  stop()
  transport.emit('menu.command', { command: 'article.new' })
  expect(heard).toEqual([{ command: 'article.save' }])
})

it('listens to the transport once, and not at all when nobody listens', () => {
  const transport = transportThat(() => null)
  const client = createClient(transport)
  const listener = (): void => {}
  const stops = [
    client.subscribe('library.changed', listener),
    client.subscribe('library.changed', listener),
    client.subscribe('app.closing', listener),
  ]
  expect(transport.subscriptions()).toBe(1)
  for (const stop of stops) stop()
  expect(transport.subscriptions()).toBe(0)
})
