import { AppError } from '../../../shared/api/errors'
import { decodeArticle } from '../../../shared/article'
import type { ReadFile } from '../../ports/fileStore'
import { problemOf } from '../library/catalogue'

/** The text of a file; what is no text is told of with the file's name. */
export function decode(
  file: Pick<ReadFile, 'bytes'>,
  name: string,
): ReturnType<typeof decodeArticle> {
  try {
    return decodeArticle(file.bytes)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new AppError(error.code, problemOf(error, name), error.details)
  }
}
