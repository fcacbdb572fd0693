import * as v from 'valibot'
import type { ArticleId, FolderId, Revision } from '../domain/article'

/** Longest article text that crosses the boundary, in UTF-16 units; larger files are refused on opening. */
export const MAX_ARTICLE_LENGTH = 16_000_000

export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(128), v.regex(/^[\w-]+$/))
export const ArticleIdSchema = v.pipe(
  id,
  v.transform((value) => value as ArticleId),
)
export const FolderIdSchema = v.pipe(
  id,
  v.transform((value) => value as FolderId),
)
export const RevisionSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{64}$/),
  v.transform((value) => value as Revision),
)

export const Nothing = v.object({})
export const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
export const ArticleText = v.pipe(v.string(), v.maxLength(MAX_ARTICLE_LENGTH))
