import { createClient } from './client'
import type { Client, Handlers } from './contract'
import { type DispatchOptions, dispatch } from './dispatch'

/** The part of a backend that a client talks to. */
export interface Callable {
  readonly handlers: Handlers
  subscribe(listener: (event: string, payload: unknown) => void): () => void
}

/**
 * A client in the backend's own process, for the command line and tests. Messages still go through
 * the dispatcher and through JSON, so that it cannot get away with what another host would refuse.
 */
export function createDirectClient(backend: Callable, options: DispatchOptions = {}): Client {
  return createClient({
    async call(method, input) {
      return copy(await dispatch(backend.handlers, method, copy(input), options))
    },
    subscribe: (listener) => backend.subscribe((event, payload) => listener(event, copy(payload))),
  })
}

function copy(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}
