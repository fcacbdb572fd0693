import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import type { Packing } from '../../ports/packing'

const deflate = promisify<Uint8Array, Uint8Array>(deflateRaw)
const inflate = promisify<Uint8Array, { maxOutputLength: number }, Uint8Array>(inflateRaw)

export const nodePacking: Packing = {
  deflate: (bytes) => deflate(bytes),
  inflate: (bytes, maxBytes) => inflate(bytes, { maxOutputLength: maxBytes }),
}
