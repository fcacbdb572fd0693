import type { Output } from '../../../shared/api/contract'
import { AppError } from '../../../shared/api/errors'
import { cleanStyle } from '../../../shared/document/html/ownStyle'
import {
  type Design,
  MAX_OWN_STYLE_BYTES,
  OWN_STYLE_FILE,
  type PageDesign,
} from '../../../shared/domain/pageThemes'
import type { FileStore, Root } from '../../ports/fileStore'
import { textOf } from '../utf8'

/** The design of this name; the library's own is read from its file. */
export async function designNamed(
  files: FileStore,
  root: Root,
  name: PageDesign = 'broadsheet',
): Promise<Design> {
  if (name !== 'own') return { kind: 'theme', name }
  try {
    const { bytes } = await files.read(root, OWN_STYLE_FILE, { maxBytes: MAX_OWN_STYLE_BYTES })
    return { kind: 'own', css: textOf(bytes) }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error
    throw new AppError(
      'not-found',
      `The library has no style of its own; put one at its top as ${OWN_STYLE_FILE}.`,
    )
  }
}

/** The open library's own style as a page may have it. */
export async function libraryStyle(
  files: FileStore,
  root: Root | null,
): Promise<Output<'pages.style'>> {
  if (root === null) return { css: '', problems: [] }
  try {
    const design = await designNamed(files, root, 'own')
    if (design.kind === 'theme') return { css: '', problems: [] }
    const { css, problems } = cleanStyle(design.css, OWN_STYLE_FILE)
    return { css, problems: [...problems] }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { css: '', problems: [error.message] }
  }
}
