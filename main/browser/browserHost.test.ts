import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import type { Handlers } from '../../shared/api/contract'
import { type BrowserHost, createBrowserHost } from './browserHost'
import { MAX_CALL_BYTES } from './readBody'

let base: string
let host: BrowserHost
let secret: string
let emit: (event: string, payload: unknown) => void
const calls: string[] = []

/** Handlers that note their calls; what the contract asks of real ones is tested with the backend. */
const handlers = new Proxy({} as Handlers, {
  get: (_target, name) => async () => {
    calls.push(String(name))
    return { article: null }
  },
})

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'galley-test-'))
  const rendererDir = join(base, 'renderer')
  await mkdir(join(rendererDir, 'assets'), { recursive: true })
  await writeFile(join(rendererDir, 'index.html'), '<!doctype html><title>Galley</title>')
  await writeFile(join(rendererDir, 'preview.html'), '<!doctype html><title>Preview</title>')
  await writeFile(join(rendererDir, 'assets/a b.js'), 'export {}')
  await writeFile(join(base, 'secret.txt'), 'SECRET')
  const listeners = new Set<(event: string, payload: unknown) => void>()
  emit = (event, payload) => {
    for (const listener of listeners) listener(event, payload)
  }
  const subscribe = (listener: (event: string, payload: unknown) => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  host = await createBrowserHost({ backend: { handlers, subscribe }, rendererDir })
  secret = new URL(host.address).hash.replace('#k=', '')
})
afterAll(async () => {
  await host.close()
  await rm(base, { recursive: true })
})

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A request with exactly these headers and this path, as no browser or library would tidy them. */
function ask(
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { port } = new URL(host.origin)
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers, agent: false },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (piece) => {
          text += piece
        })
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

const proper = (): Record<string, string> => ({
  'content-type': 'application/json',
  authorization: `Bearer ${secret}`,
  origin: host.origin,
})
const aCall = JSON.stringify({ method: 'session.get', input: {} })
const call = (headers: Record<string, string>, body = aCall): Promise<Answer> =>
  ask('/call', { method: 'POST', headers, body })

describe('a page', () => {
  it('is served with a strict policy (C5)', async () => {
    const { status, headers, body } = await ask('/')
    expect(status).toBe(200)
    expect(body).toContain('<title>Galley</title>')
    const policy = headers['content-security-policy']
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /)
    expect(policy).toMatch(/frame-ancestors 'none'; require-trusted-types-for 'script'$/)
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
  })

  it('of the preview can run no script and be framed by the desk only (C17)', async () => {
    const { headers } = await ask('/preview.html')
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    )
  })

  it('has its parts, by their exact addresses', async () => {
    const { status, headers } = await ask('/assets/a%20b.js')
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect((await ask('/assets/', {})).status).toBe(404)
    expect((await ask('/', { method: 'PUT' })).status).toBe(405)
    expect((await ask('/index.html', { method: 'HEAD' })).body).toBe('')
  })

  it('carries the policy on every answer (C5)', async () => {
    const answers = await Promise.all([
      ask('/none'),
      ask('/', { method: 'DELETE' }),
      ask('/', { headers: { host: 'evil.example' } }),
      call({}),
      call({ ...proper(), authorization: 'Bearer x' }),
      call({ ...proper(), 'content-type': 'text/plain' }),
      call(proper(), '{'),
      call(proper()),
    ])
    expect(answers.map(({ status }) => status)).toEqual([404, 405, 403, 403, 401, 415, 400, 200])
    for (const { headers } of answers) {
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'/)
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
  })

  it('is never a file outside the renderer, whatever the address (C7)', async () => {
    const piece = fc.constantFrom(
      ...['..', '.', '%2e%2e', '%2e.', '..%2f', '..%5c', '\\', '//', '/', '%00', 'secret.txt'],
      ...['renderer', 'assets', 'C:', 'file:', '::$DATA', 'SECRET~1.TXT', '%c0%ae%c0%ae', '?', ';'],
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 8 }), async (pieces) => {
        const { status, body } = await ask(`/${pieces.join('/')}`)
        expect(body).not.toContain('SECRET')
        expect([200, 400, 404]).toContain(status)
      }),
      { numRuns: 1500 },
    )
  })
})

describe('a call', () => {
  it('from our page with the secret is carried out', async () => {
    const { status, body } = await call(proper())
    expect(status).toBe(200)
    expect(JSON.parse(body)).toEqual({ ok: true, value: { article: null } })
  })

  it.each<[string, (own: Record<string, string>) => Record<string, string>]>([
    ['without the secret', ({ authorization: _, ...rest }) => rest],
    ['with another secret', (own) => ({ ...own, authorization: 'Bearer wrong' })],
    ['from another site', (own) => ({ ...own, origin: 'https://evil.example' })],
    ['from another port', (own) => ({ ...own, origin: 'http://127.0.0.1:1' })],
    ['from a page without an origin', (own) => ({ ...own, origin: 'null' })],
    ['without an origin', ({ origin: _, ...rest }) => rest],
    ['by another name of this machine', (own) => ({ ...own, host: 'localhost' })],
    ['by a stranger’s name for it', (own) => ({ ...own, host: 'evil.example' })],
    ['marked by the browser as foreign', (own) => ({ ...own, 'sec-fetch-site': 'cross-site' })],
    ['as a form would send it', (own) => ({ ...own, 'content-type': 'text/plain' })],
  ])('%s is refused and reaches nothing', async (_, change) => {
    calls.length = 0
    const { status } = await call(change(proper()))
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(calls).toEqual([])
  })

  it.each([
    'null',
    '[]',
    '7',
    '"x"',
    '{"method":"constructor"}',
    '{"__proto__":{"method":"session.get"}}',
  ])('of %s is answered as data', async (body) => {
    const answer = await call(proper(), body)
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'invalid' } })
  })

  it('that is too long is not read to its end', async () => {
    const { port } = new URL(host.origin)
    calls.length = 0
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sent = request({
        host: '127.0.0.1',
        port,
        path: '/call',
        method: 'POST',
        headers: proper(),
      })
      sent.on('response', (response) => {
        resolve(response.statusCode)
        sent.destroy()
      })
      sent.on('error', reject)
      const piece = Buffer.alloc(1024 * 1024, 'x')
      const pour = (): void => {
        while (!sent.destroyed && sent.write(piece));
      }
      sent.on('drain', pour)
      pour()
    })
    expect(status).toBe(413)
    expect(calls).toEqual([])
  })

  it('that is too long is told so, even when the sender listens only once all is sent', async () => {
    const { host: authority, port } = new URL(host.origin)
    const length = MAX_CALL_BYTES + 8 * 1024 * 1024
    const head = Object.entries({
      ...proper(),
      host: authority,
      'content-length': String(length),
    })
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1')
      socket.pause()
      socket.on('error', reject)
      socket.write(
        `POST /call HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
      )
      socket.write(Buffer.alloc(length, 'x'), () => {
        socket.once('data', (data) => {
          socket.destroy()
          resolve(String(data))
        })
        socket.resume()
      })
    })
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  })
})

describe('the events’ socket', () => {
  const open = (path: string, protocol: string, origin?: string): Promise<WebSocket> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(host.origin.replace('http', 'ws') + path, protocol, { origin })
      socket.on('open', () => resolve(socket))
      socket.on('error', reject)
    })

  it('carries events to a page that knows the secret', async () => {
    const socket = await open('/events', `galley.${secret}`, host.origin)
    const message = new Promise((resolve) => socket.on('message', (data) => resolve(String(data))))
    expect(host.pages()).toBe(1)
    emit('library.changed', {})
    expect(await message).toBe('{"event":"library.changed","payload":{}}')
    socket.terminate()
  })

  it.each<[string, () => Promise<WebSocket>]>([
    ['another secret', () => open('/events', 'galley.wrong', host.origin)],
    ['another origin', () => open('/events', `galley.${secret}`, 'https://evil.example')],
    ['no origin', () => open('/events', `galley.${secret}`)],
    ['another path', () => open('/other', `galley.${secret}`, host.origin)],
    ['the bare secret', () => open('/events', secret, host.origin)],
  ])('is refused with %s', async (_, attempt) => {
    await expect(attempt()).rejects.toThrow(/40[134]/)
  })
})

it('listens on the loopback address only', async () => {
  const { port } = new URL(host.origin)
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
  for (const { address } of others) {
    const refused = await new Promise((resolve) => {
      const socket = connect({ host: address, port: Number(port) })
      socket.on('connect', () => resolve(false))
      socket.on('error', () => resolve(true))
    })
    expect(refused, address).toBe(true)
  }
  expect(host.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
})
