import { strFromU8, unzipSync } from 'fflate'
import { odtToHtml } from '../../../../shared/document/importing'
import { savedIn } from '../../../../shared/document/importing/docx/saved'
import type { DocumentReading } from '../../../../shared/domain/documentReading'

/** Reads an OpenDocument text. Only the parts that hold text and pictures are unpacked. */
export function readOpenDocument(bytes: Uint8Array): DocumentReading {
  const parts = unzipSync(bytes, {
    filter: ({ name }) => /^(?:content|styles|meta)\.xml$|^Pictures\//.test(name),
  })
  const html = odtToHtml(new Map(Object.entries(parts)))
  if (html === null) throw new Error('its text is missing or damaged')
  const properties = parts['meta.xml']
  return { html, ...(properties && { saved: savedIn(strFromU8(properties)) }) }
}
