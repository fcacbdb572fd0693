import type { Input, Output } from '../../../shared/api/contract'
import type { Desk } from '../desk'
import { problemOf } from '../problem'
import { saveIfOpen } from './articleSaving'

export type ManyReport = Output<'exports.many'>

export type ManyOutcome =
  | { readonly kind: 'done'; readonly report: ManyReport }
  | { readonly kind: 'failed'; readonly message: string }

export interface ManyExport {
  readonly ended: Promise<ManyOutcome>
  cancel(): void
}

/** Exports many articles as they stand, and tells how far it is. */
export function exportMany(
  { client, ...desk }: Desk,
  wish: Omit<Input<'exports.many'>, 'job'>,
  onProgress: (done: number, all: number) => void,
): ManyExport {
  const job = crypto.randomUUID()
  const stop = client.subscribe('export.progress', (told) => {
    if (told.job === job) onProgress(told.done, told.all)
  })
  const run = async (): Promise<ManyOutcome> => {
    try {
      const { summary } = desk.stores.article.getState()
      // Exports are made from the files; words that are not in one yet would be missing.
      if (summary !== null) await saveIfOpen({ client, ...desk }, summary.id)
      return { kind: 'done', report: await client.call('exports.many', { ...wish, job }) }
    } catch (error) {
      return { kind: 'failed', message: problemOf(error) }
    } finally {
      stop()
    }
  }
  return {
    ended: run(),
    cancel: () => void client.call('exports.cancel', { job }).catch(() => undefined),
  }
}
