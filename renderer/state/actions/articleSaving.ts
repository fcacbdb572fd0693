import { AppError } from '../../../shared/api/errors'
import type { ArticleId, OpenedArticle, Revision } from '../../../shared/domain/article'
import type { ArticleSession } from '../articleSession'
import { articleIdOf, type Base, type FileVersion } from '../articleStore'
import { createAutosave, type SaveOutcome, type SaveState } from '../autosave'
import type { Desk } from '../desk'
import { withSummary } from '../libraryStore'
import { announce } from '../noticesStore'
import { problemOf } from '../problem'
import { countText, createTextCount } from '../wordCount'
import { startJournal } from './articleJournal'
import { watchCuts } from './largeCut'
import { reconcile } from './reconciling'

/** How long the count of words may trail the page. */
const COUNT_DELAY_MS = 250

/** Ties a loaded editor to the desk: saving and counting start, and end with the returned function. */
export function attachSession(
  desk: Desk,
  opened: OpenedArticle,
  session: ArticleSession,
): () => void {
  const { stores, clock } = desk
  const isCurrent = () => stores.article.getState().session === session
  const { journal, stop: stopJournal } = startJournal(desk, { opened, session, isCurrent })
  const { base, note } = createBase(opened, journal.rebased)
  const lookForCut = watchCuts(desk, session)
  const autosave = createAutosave({
    source: session,
    clock,
    save: createSaver(desk, { session, base, isCurrent }, (file, pieces) => {
      void lookForCut(base.get().text, file.text)
      note(file)
      journal.saved({ ...pieces, revision: file.revision })
    }),
    onConflict: () => void reconcile(desk),
    onState: (save) => {
      if (!isCurrent()) return
      stores.article.setState({ save })
      speakOf(desk, save)
      if (save.kind === 'clean') rememberPlace(desk)
    },
  })

  const count = createTextCount()
  let cancelRead: (() => void) | null = null
  const read = () => {
    cancelRead = null
    const content = session.content()
    stores.article.setState({
      ...count(content),
      title: content.meta.title,
      goal: session.goal.words(),
    })
  }

  stores.article.setState({ session, autosave, base, journal })
  read()
  const stopListening = session.onChange(() => {
    journal.changed()
    autosave.changed()
    cancelRead ??= clock.after(COUNT_DELAY_MS, read)
  })

  const stopSelecting = session.onSelectedText((text) => {
    if (isCurrent()) stores.article.setState({ selected: text === null ? null : countText(text) })
  })

  return () => {
    stopListening()
    stopSelecting()
    cancelRead?.()
    // Keys pressed between the last save and this moment are still on the page.
    void autosave.flush().finally(() => {
      autosave.dispose()
      stopJournal()
    })
    if (isCurrent()) {
      stores.article.setState({ session: null, autosave: null, base: null, journal: null })
    }
  }
}

/** `note` is for our own saves, of which the journal hears apart. */
function createBase(
  { revision, text }: FileVersion,
  onSet: (version: FileVersion) => void,
): { readonly base: Base; note(version: FileVersion): void } {
  let version: FileVersion = { revision, text }
  const note = (next: FileVersion) => {
    version = next
  }
  const set = (next: FileVersion) => {
    note(next)
    onSet(next)
  }
  return { base: { get: () => version, set }, note }
}

interface Saving {
  readonly session: ArticleSession
  readonly base: Base
  isCurrent(): boolean
}

/** What the page held when a save of it began. */
interface Held {
  readonly version: number
  readonly pieces: readonly string[]
}

/** Saves from the revision that was last read or written, and never from another. */
function createSaver(
  { stores, client }: Desk,
  { session, base, isCurrent }: Saving,
  onSaved: (file: FileVersion, held: Held) => void,
): (text: string) => Promise<SaveOutcome> {
  return async (text) => {
    const unwritten = session.unwritten()
    if (unwritten !== null) return { kind: 'failed', message: unwritten }
    const held: Held = { version: session.version(), pieces: session.pieces() }
    try {
      const { revision, summary } = await client.call('articles.save', {
        id: session.id,
        base: base.get().revision,
        text,
      })
      onSaved({ revision, text }, held)
      stores.library.setState(({ articles }) => ({ articles: withSummary(articles, summary) }))
      if (isCurrent()) stores.article.setState({ revision, summary })
      return { kind: 'saved' }
    } catch (error) {
      if (error instanceof AppError && error.code === 'conflict') {
        return { kind: 'conflict', theirs: revisionIn(error.details) }
      }
      return { kind: 'failed', message: problemOf(error) }
    }
  }
}

function revisionIn(details: Readonly<Record<string, unknown>>): Revision | null {
  return typeof details.theirs === 'string' ? (details.theirs as Revision) : null
}

/**
 * Each autosave would be noise in a screen reader; only what needs a person is said unasked. A conflict
 * has its own banner, and no dialog: one that opens under typing hands would take their keys for answers.
 */
function speakOf({ stores }: Desk, save: SaveState): void {
  if (save.kind === 'failed') announce(stores.notices, `Could not save. ${save.message}`)
}

/** Rounds of saving and bringing together in a row; a file that changes ever faster is left for later. */
const MAX_ROUNDS = 10

/** Saves what is on the page now, on top of what other programs wrote meanwhile where that goes. */
export async function flushAll(desk: Desk): Promise<SaveState> {
  const { autosave } = desk.stores.article.getState()
  if (autosave === null) return { kind: 'clean' }
  let state = await autosave.flush()
  for (let round = 1; state.kind === 'conflict' && round < MAX_ROUNDS; round++) {
    await reconcile(desk)
    if (autosave.state().kind === 'conflict') break
    state = await autosave.flush()
  }
  return autosave.state()
}

/** Saves what is on the page now. */
export async function saveNow(desk: Desk): Promise<SaveState> {
  const state = await flushAll(desk)
  if (state.kind === 'clean') announce(desk.stores.notices, 'Saved')
  return state
}

/** Saves the open article if it is this one, so that what is done to the file is done to all of its words. */
export async function saveIfOpen(desk: Desk, id: ArticleId): Promise<void> {
  const { view } = desk.stores.article.getState()
  if (articleIdOf(view) === id) await saveNow(desk)
}

/** Notes where caret and page stand, to return to on the next opening. */
export function rememberPlace({ stores, client }: Desk): void {
  const { session } = stores.article.getState()
  if (session === null) return
  // A place that could not be noted costs a scroll, so nobody needs to hear of it.
  client.call('session.setPlace', { id: session.id, place: session.place() }).catch(() => undefined)
}
