import * as v from 'valibot'
import { ArticleIdSchema, Count, Nothing } from './values'

/** The part of the contract that is about versions which were kept. */
export const historyMethods = {
  /** The versions of an article that were kept, newest first. */
  'history.list': {
    input: v.object({ id: ArticleIdSchema }),
    output: v.object({
      revisions: v.array(
        v.object({
          n: Count,
          revision: v.string(),
          time: v.number(),
          words: v.number(),
          /** Words that this version has and the one before has not, and the other way round. */
          added: v.number(),
          removed: v.number(),
          /** `found`: it was in the file, by another program or from before there was a history. */
          reason: v.picklist(['save', 'found']),
          /** `''` until a person gives it one. */
          name: v.string(),
          /** Kept for ever, as those with a name are. */
          pinned: v.boolean(),
        }),
      ),
    }),
  },
  'history.text': {
    input: v.object({ id: ArticleIdSchema, n: Count }),
    output: v.object({ text: v.string() }),
  },
  /** `''` takes the name away. */
  'history.name': {
    input: v.object({ id: ArticleIdSchema, n: Count, name: v.pipe(v.string(), v.maxLength(200)) }),
    output: Nothing,
  },
} as const
