import type { Input, Output } from '../../../shared/api/contract'
import type { ArticleId } from '../../../shared/domain/article'
import { articleIdOf } from '../articleStore'
import type { Desk } from '../desk'
import { problemOf, wasCancelled } from '../problem'
import { saveIfOpen } from './articleSaving'

export type ExportOutcome =
  | { readonly kind: 'written'; readonly file: Output<'exports.write'> }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'cancelled' }

export type ExportWish = Omit<Input<'exports.write'>, 'id'> & { readonly id: ArticleId }

/** Exports an article as it stands on the page. */
export async function exportArticle(desk: Desk, wish: ExportWish): Promise<ExportOutcome> {
  try {
    // An export is made from the file; words that are not in it yet would be missing.
    await saveIfOpen(desk, wish.id)
    const { save, view } = desk.stores.article.getState()
    if (articleIdOf(view) === wish.id && save.kind === 'failed') {
      const why = `The words on the page could not be saved, and an export is made of the file. ${save.message}`
      return { kind: 'failed', message: why }
    }
    return { kind: 'written', file: await desk.client.call('exports.write', wish) }
  } catch (error) {
    if (wasCancelled(error)) return { kind: 'cancelled' }
    return { kind: 'failed', message: problemOf(error) }
  }
}
