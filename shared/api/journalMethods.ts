import * as v from 'valibot'
import { ArticleIdSchema, ArticleText, Count, id, Nothing, RevisionSchema } from './values'

/** The part of the contract that is about words which are in no file yet. */
export const journalMethods = {
  /**
   * Keeps what is on a page and in no file yet. The first entry (number 0) of a journal is a change of
   * the file's text at `base`, or the whole text; each later one changes what the one before left.
   * Not `kept`: the backend has lost the thread, and the page is to send its whole text.
   * `page` names the page for as long as it shows this article; `holdsTaken`: what it took is in its text.
   */
  'journals.append': {
    input: v.object({
      id: ArticleIdSchema,
      page: id,
      base: RevisionSchema,
      number: Count,
      holdsTaken: v.optional(v.boolean(), false),
      change: v.variant('kind', [
        v.object({ kind: v.literal('splice'), at: Count, removed: Count, text: ArticleText }),
        v.object({ kind: v.literal('whole'), text: ArticleText }),
      ]),
    }),
    output: v.object({ kept: v.boolean() }),
  },
  /** The page's own words, or those that it took, are all in the file or were given up. */
  'journals.clear': {
    input: v.object({ id: ArticleIdSchema, page: id, words: v.picklist(['own', 'taken']) }),
    output: Nothing,
  },
  /**
   * Words of this article that a crash left in no file; `null` when there are none. They are kept until
   * this page's own journal holds them or it clears them. `fits`: the file, at `revision`, is as that page left it.
   */
  'journals.take': {
    input: v.object({ id: ArticleIdSchema, page: id, revision: v.nullable(RevisionSchema) }),
    output: v.nullable(
      v.object({
        text: v.string(),
        /** The file's text that the words were written on; `null` when it is not known. */
        baseText: v.nullable(v.string()),
        written: v.number(),
        fits: v.boolean(),
      }),
    ),
  },
  /** The articles of the open library that have such words, and sentences about what cannot be read. */
  'journals.pending': {
    input: Nothing,
    output: v.object({
      articles: v.array(
        v.object({
          id: ArticleIdSchema,
          fileName: v.string(),
          folder: v.string(),
          written: v.number(),
          /** Its file is no longer there. */
          isGone: v.boolean(),
        }),
      ),
      problems: v.array(v.string()),
    }),
  },
  /** Answers `journal.whose`: the page of that name is there. */
  'journals.here': { input: v.object({ page: id }), output: Nothing },
} as const
