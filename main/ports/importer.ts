import type { DocumentReading } from '../../shared/domain/documentReading'

/**
 * Reads a document of a text processor as HTML, its pictures as data: addresses; a Word document with
 * its tracked changes and comments. Rejects with `AppError` `invalid` for what is no such document,
 * and for one that takes too long or too much memory.
 */
export type ReadDocx = (bytes: Uint8Array, kind?: DocumentKind) => Promise<DocumentReading>

/** Whose format a document is in: Word's, or OpenDocument's. */
export type DocumentKind = 'docx' | 'odt'
