/** Makes bytes fewer, and gives them back. */
export interface Packing {
  deflate(bytes: Uint8Array): Promise<Uint8Array>
  /** Fails when there would be more than `maxBytes`. */
  inflate(bytes: Uint8Array, maxBytes: number): Promise<Uint8Array>
}
