import type { ArticleId, OpenedArticle } from '../../../shared/domain/article'
import type { Place } from '../articleSession'
import { articleIdOf, NO_ARTICLE } from '../articleStore'
import type { Desk } from '../desk'
import { problemOf } from '../problem'

/** Reads the open article again from the disk, and stays where it was. */
export async function reopenArticle(desk: Desk): Promise<boolean> {
  const { view, session, autosave, journal } = desk.stores.article.getState()
  const id = articleIdOf(view)
  if (id === null) return false
  autosave?.dispose()
  journal?.abandon()
  const place = session?.place() ?? null
  return load(desk, id, () => desk.client.call('articles.open', { id }), place)
}

/** Where a first visit begins. */
const START: Place = { block: 0, offset: 0, scroll: 0 }

/** Puts an article on the desk, from where `read` gets it. */
export async function load(
  { stores, client }: Desk,
  id: ArticleId,
  read: () => Promise<OpenedArticle>,
  knownPlace?: Place | null,
): Promise<boolean> {
  const opening = { kind: 'opening', id } as const
  stores.article.setState({ ...NO_ARTICLE, view: opening })
  stores.library.setState({ cursor: id })
  const overtaken = () => stores.article.getState().view !== opening
  try {
    const [opened, place] = await Promise.all([
      read(),
      knownPlace === undefined
        ? client.call('session.place', { id }).catch(() => null)
        : Promise.resolve(knownPlace),
    ])
    if (overtaken()) return false
    const openings = stores.article.getState().openings + 1
    stores.article.setState({
      openings,
      view: { kind: 'open', opened, place: place ?? START, opening: openings },
      summary: opened.summary,
      title: opened.summary.title,
      words: opened.summary.words,
      revision: opened.revision,
    })
    client.call('session.set', { article: id }).catch(() => undefined)
    return true
  } catch (error) {
    if (overtaken()) return false
    const name = nameOf(stores.library.getState().articles.find((article) => article.id === id))
    stores.article.setState({
      view: { kind: 'failed', id, name, message: problemOf(error) },
    })
    return false
  }
}

function nameOf(summary: { readonly fileName: string } | undefined): string {
  return summary?.fileName ?? 'This article'
}
