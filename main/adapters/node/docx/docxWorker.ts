import { parentPort, workerData } from 'node:worker_threads'
import { readDocument } from './readDocument'

parentPort?.postMessage(await readDocument(workerData as Uint8Array))
