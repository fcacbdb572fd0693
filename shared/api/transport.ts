/** What a host provides to carry messages: Electron's preload, HTTP with a WebSocket, or a direct call. */
export interface Transport {
  /** Resolves with a `Reply`; rejects only when the backend cannot be reached at all. */
  call(method: string, input: unknown): Promise<unknown>
  /** Hears every event. Returns the function that ends the subscription. */
  subscribe(listener: (event: string, payload: unknown) => void): () => void
}
