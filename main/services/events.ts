import type { EventName, EventPayload } from '../../shared/api/contract'

/** Tells whoever listens; a listener that fails harms nobody else. */
export interface Events {
  emit<E extends EventName>(event: E, payload: EventPayload<E>): void
  subscribe(listener: (event: string, payload: unknown) => void): () => void
}

export function createEvents(onFailure: (error: unknown) => void): Events {
  const listeners = new Set<{ readonly hear: (event: string, payload: unknown) => void }>()
  return {
    emit(event, payload) {
      for (const { hear } of [...listeners]) {
        try {
          hear(event, payload)
        } catch (error) {
          onFailure(error)
        }
      }
    },
    subscribe(hear) {
      const entry = { hear }
      listeners.add(entry)
      return () => {
        listeners.delete(entry)
      }
    },
  }
}
