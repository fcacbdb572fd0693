import { createStore, type StoreApi } from 'zustand/vanilla'

/** Whether the backend can be heard. In Electron it always can. */
export type Connection = 'connected' | 'lost'

export type ConnectionStore = StoreApi<{ readonly connection: Connection }>

export function createConnectionStore(): ConnectionStore {
  return createStore<{ readonly connection: Connection }>(() => ({ connection: 'connected' }))
}
