import type { DocumentReading } from '../../shared/domain/documentReading'

/**
 * Reads a document of a text processor as HTML, its pictures as data: addresses; a Word document with
 * its tracked changes and comments; and the article in a web page. Rejects with `AppError` `invalid` for what is no such document,
 * and for one that takes too long or too much memory.
 */
export type ReadDocx = (bytes: Uint8Array, kind?: DocumentKind) => Promise<DocumentReading>

/** Whose format a document is in: Word's, OpenDocument's, or a page of the web's. */
export type DocumentKind = 'docx' | 'odt' | 'page'
