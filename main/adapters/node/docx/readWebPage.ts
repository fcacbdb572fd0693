import { decodeArticle } from '../../../../shared/article'
import { extractPage } from '../../../../shared/document/importing'
import type { DocumentReading } from '../../../../shared/domain/documentReading'

/** Reads the article in a web page. */
export function readWebPage(bytes: Uint8Array): DocumentReading {
  return extractPage(decodeArticle(bytes).text)
}
