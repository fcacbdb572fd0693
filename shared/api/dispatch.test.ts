import fc from 'fast-check'
import { expect, it } from 'vitest'
import { contract, type Handlers, type Method } from './contract'
import { dispatch } from './dispatch'
import { AppError } from './errors'

const called: string[] = []

/** Handlers that note that they were reached and answer nothing useful. */
function handlersThat(answer: (input: unknown) => unknown): Handlers {
  const names = Object.keys(contract) as Method[]
  const entries = names.map((name) => [
    name,
    async (input: unknown) => {
      called.push(name)
      return answer(input)
    },
  ])
  return Object.fromEntries(entries) as Handlers
}

it('answers a call with the value', async () => {
  const handlers = handlersThat(() => ({ article: null }))
  expect(await dispatch(handlers, 'session.get', {})).toEqual({
    ok: true,
    value: { article: null },
  })
})

it.each([
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  '',
  'session',
  7,
  null,
  undefined,
  {},
])('knows no method %j', async (method) => {
  const reply = await dispatch(
    handlersThat(() => ({})),
    method,
    {},
  )
  expect(reply).toMatchObject({ ok: false, error: { code: 'invalid' } })
})

it('refuses input of the wrong shape before the handler is reached, and says where', async () => {
  called.length = 0
  const reply = await dispatch(
    handlersThat(() => ({})),
    'articles.open',
    { id: '../etc/passwd' },
  )
  expect(reply).toMatchObject({ ok: false, error: { code: 'invalid' } })
  expect(reply).toMatchObject({ error: { message: expect.stringContaining('id') } })
  expect(called).toEqual([])
})

it('hands a handler’s own error on with its code and details', async () => {
  const handlers = handlersThat(() => {
    throw new AppError('conflict', 'Changed on disk.', { theirs: 'x' })
  })
  expect(await dispatch(handlers, 'settings.get', {})).toEqual({
    ok: false,
    error: { code: 'conflict', message: 'Changed on disk.', details: { theirs: 'x' } },
  })
})

it('turns what nobody foresaw into an internal error and reports it', async () => {
  const seen: unknown[] = []
  const bug = new TypeError('x is not a function')
  const handlers = handlersThat(() => {
    throw bug
  })
  const reply = await dispatch(
    handlers,
    'settings.get',
    {},
    {
      onInternal: (method, error) => seen.push(method, error),
    },
  )
  expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } })
  expect(seen).toEqual(['settings.get', bug])
})

it('still says what went wrong when an error’s details cannot be copied', async () => {
  const circle: Record<string, unknown> = {}
  circle.self = circle
  const handlers = handlersThat(() => {
    throw new AppError('denied', 'No.', circle)
  })
  expect(await dispatch(handlers, 'settings.get', {})).toEqual({
    ok: false,
    error: { code: 'denied', message: 'No.', details: {} },
  })
})

it('checks answers against the contract when asked to', async () => {
  const handlers = handlersThat(() => ({ article: 12 }))
  expect(await dispatch(handlers, 'session.get', {}, { checkOutput: true })).toMatchObject({
    ok: false,
    error: { code: 'internal' },
  })
})

it('never throws and never reaches a handler with input that the contract refuses (C10)', async () => {
  const methods = fc.constantFrom(...Object.keys(contract))
  await fc.assert(
    fc.asyncProperty(methods, fc.anything({ withNullPrototype: true }), async (method, raw) => {
      called.length = 0
      const reply = await dispatch(
        handlersThat(() => ({})),
        method,
        raw,
      )
      expect(reply.ok).toBe(called.length === 1)
    }),
    { numRuns: 3000 },
  )
})
