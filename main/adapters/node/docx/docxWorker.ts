import { parentPort, workerData } from 'node:worker_threads'
import type { DocumentReading } from '../../../../shared/domain/documentReading'
import type { DocumentKind } from '../../../ports/importer'
import { readDocument } from './readDocument'
import { readOpenDocument } from './readOpenDocument'
import { readWebPage } from './readWebPage'

const { bytes, kind } = workerData as { readonly bytes: Uint8Array; readonly kind: DocumentKind }

const READERS: Readonly<
  Record<DocumentKind, (bytes: Uint8Array) => DocumentReading | Promise<DocumentReading>>
> = { docx: readDocument, odt: readOpenDocument, page: readWebPage }

parentPort?.postMessage(await READERS[kind](bytes))
