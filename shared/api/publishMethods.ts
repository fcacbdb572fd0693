import * as v from 'valibot'
import {
  FORMAT_NAMES,
  PICTURE_PLACES,
  PROFILE_NAMES,
  REVIEW_TEXT_NAMES,
  TARGET_NAMES,
} from '../domain/exports'
import { PAGE_DESIGN_NAMES } from '../domain/pageThemes'
import { ArticleIdSchema, Count, FolderIdSchema, id, Nothing } from './values'

/** How pages look and how articles are written out, one or many at once. */
export const publishMethods = {
  /** The library's own style for pages, with nothing in it that would load; `''` when it has none. */
  'pages.style': {
    input: Nothing,
    output: v.object({
      css: v.string(),
      /** Sentences about what was left out of it, or that there is none. */
      problems: v.array(v.string()),
    }),
  },

  /** Writes an export beside the article, or where the person says in the system's dialog. */
  'exports.write': {
    input: v.object({
      id: ArticleIdSchema,
      format: v.picklist(FORMAT_NAMES),
      /** HTML: the article alone, shaped for this place; a whole page when absent. */
      target: v.optional(v.picklist(TARGET_NAMES)),
      pictures: v.optional(v.picklist(PICTURE_PLACES), 'inside'),
      /** HTML page, PDF and EPUB: how it looks. */
      design: v.optional(v.picklist(PAGE_DESIGN_NAMES), 'broadsheet'),
      /** Markdown: whose dialect; as written when absent. */
      profile: v.optional(v.picklist(PROFILE_NAMES)),
      frontMatter: v.optional(v.boolean(), true),
      /** Which text of an article under review. */
      review: v.optional(v.picklist(REVIEW_TEXT_NAMES), 'accepted'),
      where: v.optional(v.picklist(['beside', 'choose']), 'beside'),
    }),
    output: v.object({
      fileName: v.string(),
      displayPath: v.string(),
      bytes: v.number(),
      /** Sentences about what could not be exported as written: a picture that was not found. */
      problems: v.array(v.string()),
    }),
  },

  /**
   * Exports many articles into a folder outside the library, and says with `export.progress` how far it
   * is. Running it again writes only what has changed.
   */
  'exports.many': {
    input: v.object({
      /** A name of the caller's own, for progress and for `exports.cancel`. */
      job: id,
      /** The articles; every one in the library when absent. */
      ids: v.optional(v.pipe(v.array(ArticleIdSchema), v.maxLength(100_000))),
      to: FolderIdSchema,
      format: v.picklist(FORMAT_NAMES),
      target: v.optional(v.picklist(TARGET_NAMES)),
      design: v.optional(v.picklist(PAGE_DESIGN_NAMES), 'broadsheet'),
      profile: v.optional(v.picklist(PROFILE_NAMES)),
      index: v.optional(v.boolean(), false),
      feed: v.optional(v.boolean(), false),
      /** The address at which the folder is published; `''` when nobody has said. */
      site: v.optional(v.pipe(v.string(), v.maxLength(2000)), ''),
    }),
    output: v.object({
      displayPath: v.string(),
      written: v.array(v.string()),
      unchanged: Count,
      removed: v.array(v.string()),
      problems: v.array(v.string()),
      failed: Count,
      isCancelled: v.boolean(),
    }),
  },
  /** Ends an export of many after the articles that are being written. */
  'exports.cancel': { input: v.object({ job: id }), output: Nothing },
} as const
