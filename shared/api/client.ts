import * as v from 'valibot'
import {
  type Client,
  type EventName,
  type EventPayload,
  events,
  type Input,
  type Method,
  type Output,
} from './contract'
import { AppError, ERROR_CODES } from './errors'
import type { Transport } from './transport'

const ReplySchema = v.variant('ok', [
  v.object({ ok: v.literal(true), value: v.unknown() }),
  v.object({
    ok: v.literal(false),
    error: v.object({
      code: v.picklist(ERROR_CODES),
      message: v.string(),
      details: v.record(v.string(), v.unknown()),
    }),
  }),
])

type Listener = (payload: unknown) => void

/** The contract as functions, over any transport. A call that fails rejects with the backend's `AppError`. */
export function createClient(transport: Transport): Client {
  const listeners = new Map<EventName, Set<Listener>>()
  let stop: (() => void) | undefined

  function receive(event: string, payload: unknown): void {
    if (!isEvent(event)) return
    const parsed = v.safeParse(events[event], payload)
    if (!parsed.success) return
    for (const listener of listeners.get(event) ?? []) listener(parsed.output)
  }

  return {
    async call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
      const reply = v.safeParse(ReplySchema, await reach(transport, method, input))
      if (!reply.success) {
        throw new AppError('internal', `Galley’s backend gave no proper answer to ${method}.`)
      }
      if (!reply.output.ok) {
        const { code, message, details } = reply.output.error
        throw new AppError(code, message, details)
      }
      // The backend is trusted; its tests check every answer against the contract.
      return reply.output.value as Output<M>
    },

    subscribe<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void) {
      // An own function, so that one listener given twice is two subscriptions.
      const entry: Listener = (payload) => listener(payload as EventPayload<E>)
      const entries = listeners.get(event) ?? new Set()
      listeners.set(event, entries.add(entry))
      stop ??= transport.subscribe(receive)
      return () => {
        entries.delete(entry)
        if ([...listeners.values()].some((set) => set.size > 0)) return
        stop?.()
        stop = undefined
      }
    },
  }
}

async function reach(transport: Transport, method: string, input: unknown): Promise<unknown> {
  try {
    return await transport.call(method, input)
  } catch (error) {
    if (error instanceof AppError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new AppError(
      'unavailable',
      `Galley’s backend cannot be reached (${reason}). Nothing was changed on disk.`,
    )
  }
}

function isEvent(name: string): name is EventName {
  return Object.hasOwn(events, name)
}
