import { describe, expect, it } from 'vitest'
import { createStepClock } from '../state/stepClock'
import { type BrowserEnvironment, createBrowserTransport } from './browserTransport'
import { takeSecret } from './secret'

/** A host that answers as told, and sockets that the test opens and closes. */
function host(answer: () => Promise<Response>) {
  const clock = createStepClock()
  const sockets: { target: EventTarget; url: string; protocol: string }[] = []
  const asked: RequestInit[] = []
  const environment: BrowserEnvironment = {
    origin: 'http://127.0.0.1:4000',
    secret: 'abc',
    fetch: (_url, init) => {
      asked.push(init)
      return answer()
    },
    openSocket: (url, protocol) => {
      const target = new EventTarget()
      sockets.push({ target, url, protocol })
      return Object.assign(target, { close: () => undefined })
    },
    after: (ms, run) => void clock.after(ms, run),
  }
  const transport = createBrowserTransport(environment)
  const states: string[] = []
  transport.onConnection((state) => states.push(state))
  return { transport, sockets, asked, states, clock }
}

const replies =
  (body: string, status = 200) =>
  () =>
    Promise.resolve(new Response(body, { status }))

describe('the browser transport', () => {
  it('carries method, input and secret, and hands back the reply', async () => {
    const { transport, asked } = host(replies('{"ok":true,"value":1}'))
    expect(await transport.call('app.info', {})).toEqual({ ok: true, value: 1 })
    expect(asked[0]?.headers).toMatchObject({ authorization: 'Bearer abc' })
    expect(asked[0]?.body).toBe('{"method":"app.info","input":{}}')
  })

  it('says that the desk has stopped when nobody answers', async () => {
    const { transport } = host(() => Promise.reject(new TypeError('Failed to fetch')))
    await expect(transport.call('app.info', {})).rejects.toMatchObject({ code: 'unavailable' })
  })

  it('says that the page is from an earlier run when its secret is refused', async () => {
    const { transport } = host(replies('Forbidden', 403))
    await expect(transport.call('app.info', {})).rejects.toMatchObject({ code: 'denied' })
  })

  it('listens with the secret as the socket’s protocol and passes events on', () => {
    const { transport, sockets } = host(replies(''))
    const heard: unknown[] = []
    const stop = transport.subscribe((event, payload) => heard.push([event, payload]))
    const socket = sockets[0]
    expect(socket).toMatchObject({ url: 'ws://127.0.0.1:4000/events', protocol: 'galley.abc' })
    const send = (data: unknown) =>
      socket?.target.dispatchEvent(Object.assign(new Event('message'), { data }))
    send('{"event":"library.changed","payload":{}}')
    send('nonsense')
    stop()
    send('{"event":"library.changed","payload":{}}')
    expect(heard).toEqual([['library.changed', {}]])
  })

  it('comes back by itself after the socket was lost', () => {
    const { sockets, states, clock } = host(replies(''))
    sockets[0]?.target.dispatchEvent(new Event('close'))
    expect(states).toEqual(['lost'])
    clock.advance(500)
    sockets[1]?.target.dispatchEvent(new Event('open'))
    expect(states).toEqual(['lost', 'connected'])
  })
})

it('takes the secret out of the address bar and keeps it for the tab', () => {
  window.location.hash = '#k=s3cret'
  expect(takeSecret(window)).toBe('s3cret')
  expect(window.location.hash).toBe('')
  expect(takeSecret(window)).toBe('s3cret')
})
