import { parentPort, workerData } from 'node:worker_threads'
import type { DocumentKind } from '../../../ports/importer'
import { readDocument } from './readDocument'
import { readOpenDocument } from './readOpenDocument'

const { bytes, kind } = workerData as { readonly bytes: Uint8Array; readonly kind: DocumentKind }
parentPort?.postMessage(kind === 'odt' ? readOpenDocument(bytes) : await readDocument(bytes))
