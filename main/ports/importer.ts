import type { DocumentReading } from '../../shared/domain/documentReading'

/**
 * Reads a Word document as HTML, its pictures as data: addresses, and with its tracked changes and
 * comments. Rejects with `AppError` `invalid` for what is no such document, and for one that takes
 * too long or too much memory.
 */
export type ReadDocx = (bytes: Uint8Array) => Promise<DocumentReading>
