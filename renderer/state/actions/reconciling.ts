import { AppError } from '../../../shared/api/errors'
import type { OpenedArticle } from '../../../shared/domain/article'
import type { ArticleSession } from '../articleSession'
import type { Base, FileVersion, Trouble } from '../articleStore'
import type { Autosave, HoldEnd } from '../autosave'
import type { Desk } from '../desk'
import { merge } from '../merging'
import { announce, settle, tell } from '../noticesStore'
import { report } from '../problem'
import { reopenArticle } from './articleLoading'

/** Tries that follow each other at once; later ones wait for a pause in typing. */
const QUICK_TRIES = 3
const PAUSE_MS = 200

/** An open article, loaded and tied to its file. */
export interface OpenPage {
  readonly session: ArticleSession
  readonly autosave: Autosave
  readonly base: Base
  readonly name: string
}

export function openPage({ stores }: Desk): OpenPage | null {
  const { session, autosave, base, summary } = stores.article.getState()
  if (session === null || autosave === null || base === null) return null
  return { session, autosave, base, name: summary?.fileName ?? 'This article' }
}

const underWay = new WeakMap<ArticleSession, Promise<void>>()

/**
 * Brings the page together with its file after another program changed that. An unchanged page takes
 * the new text; changes of both sides are merged where they do not touch. Otherwise nothing is
 * written over either, and the article store says what a person has to decide.
 */
export function reconcile(desk: Desk, { isQuiet = false } = {}): Promise<void> {
  const page = openPage(desk)
  if (page === null) return Promise.resolve()
  return inTurn(page, () => whileHeld(page, () => bringTogether(desk, page, isQuiet))).catch(
    (error: unknown) => report(desk.stores.notices, 'reconcile', error),
  )
}

/** What happened since the one under way looked is looked at afterwards. */
function inTurn({ session }: OpenPage, work: () => Promise<void>): Promise<void> {
  const before = underWay.get(session) ?? Promise.resolve()
  const next = before.then(work, work)
  underWay.set(session, next)
  return next
}

/** Holds saving up meanwhile: a save of our own between two looks would be taken for another's. */
async function whileHeld({ autosave }: OpenPage, work: () => Promise<HoldEnd>): Promise<void> {
  const release = autosave.hold()
  let end: HoldEnd = { kind: 'unchanged' }
  try {
    await autosave.idle()
    end = await work()
  } finally {
    release(end)
  }
}

const UNCHANGED: HoldEnd = { kind: 'unchanged' }

async function bringTogether(desk: Desk, page: OpenPage, isQuiet: boolean): Promise<HoldEnd> {
  for (let tries = 1; isCurrent(desk, page); tries++) {
    const theirs = await readTheirs(desk, page)
    if (!isCurrent(desk, page)) return UNCHANGED
    const end = 'kind' in theirs ? theirs : await meet(desk, page, { theirs, isQuiet })
    if (end !== null) return end
    if (tries >= QUICK_TRIES) await pause(desk)
  }
  return UNCHANGED
}

function isCurrent({ stores }: Desk, { session }: OpenPage): boolean {
  return stores.article.getState().session === session
}

function pause({ clock }: Desk): Promise<void> {
  return new Promise((resolve) => {
    clock.after(PAUSE_MS, resolve)
  })
}

async function readTheirs(desk: Desk, page: OpenPage): Promise<OpenedArticle | HoldEnd> {
  const { session, autosave, base } = page
  try {
    const opened = await desk.client.call('articles.open', { id: session.id })
    settle(desk.stores.notices, awayKey(page))
    return opened
  } catch (error) {
    if (!isCurrent(desk, page)) return UNCHANGED
    if (error instanceof AppError && error.code === 'not-found') {
      autosave.conflict(null)
      setTrouble(desk, { kind: 'gone' })
      return UNCHANGED
    }
    // Saving tells of this itself and goes on trying; a page without changes has nothing to save.
    if (session.text() !== base.get().text) return { kind: 'together', saved: null }
    report(desk.stores.notices, awayKey(page), error)
    return UNCHANGED
  }
}

/** One try at bringing the page together with this version; `null`: the page changed meanwhile. */
async function meet(
  desk: Desk,
  page: OpenPage,
  { theirs, isQuiet }: { readonly theirs: OpenedArticle; readonly isQuiet: boolean },
): Promise<HoldEnd | null> {
  const { session, autosave, base, name } = page
  const { text: old, revision } = base.get()
  const version = session.version()
  const mine = session.text()
  const isChanged = mine !== old
  if (theirs.revision === revision) {
    setTrouble(desk, { kind: 'none' })
    if (autosave.state().kind !== 'conflict') return UNCHANGED
    return { kind: 'together', saved: isChanged ? null : version }
  }
  if (theirs.text.trim() === '' && old.trim() !== '') {
    autosave.conflict(theirs.revision)
    setTrouble(desk, { kind: 'emptied', theirs })
    return UNCHANGED
  }
  const merged = isChanged
    ? await merge({ base: old, mine, theirs: theirs.text })
    : ({ kind: 'clean', text: theirs.text } as const)
  if (!isCurrent(desk, page)) return UNCHANGED
  if (merged.kind === 'conflict') {
    autosave.conflict(theirs.revision)
    setTrouble(desk, { kind: 'differs', theirs, shown: null })
    announce(desk.stores.notices, `“${name}” was changed by another program in the same place.`)
    return UNCHANGED
  }
  const end = await putOnPage(desk, page, { text: merged.text, version, theirs })
  if (end === null || isQuiet) return end
  tell(desk.stores.notices, {
    key: `reconciled:${session.id}`,
    text: isChanged
      ? `“${name}” was changed by another program. Its changes and yours are both on the page.`
      : `“${name}” was changed by another program and shows the new version.`,
  })
  return end
}

/** Puts a text on the page that was made from `theirs`; saving goes on from there. `null`: not now. */
async function putOnPage(
  desk: Desk,
  { session, base }: OpenPage,
  wish: { readonly text: string; readonly version: number; readonly theirs: FileVersion },
): Promise<HoldEnd | null> {
  const { text, version, theirs } = wish
  const isSame = text === theirs.text
  switch (await session.adopt(text, version)) {
    case 'stale':
      return null
    case 'done':
      base.set({ revision: theirs.revision, text: theirs.text })
      desk.stores.article.setState({ revision: theirs.revision, trouble: { kind: 'none' } })
      return { kind: 'together', saved: isSame ? session.version() : null }
    case 'impossible': {
      // The page cannot take this text as it stands; the file can, and is opened anew.
      if (!isSame) {
        await desk.client.call('articles.save', { id: session.id, base: theirs.revision, text })
      }
      base.set({ revision: theirs.revision, text: theirs.text })
      await reopenArticle(desk)
      return { kind: 'together', saved: session.version() }
    }
  }
}

/** Puts on the page what a person made of both versions, or decided to take. `false`: not now. */
export async function takeVersion(
  desk: Desk,
  wish: { readonly text: string; readonly theirs: FileVersion },
): Promise<boolean> {
  const page = openPage(desk)
  if (page === null) return false
  let isDone = false
  await inTurn(page, () =>
    whileHeld(page, async () => {
      const end = await putOnPage(desk, page, { ...wish, version: page.session.version() })
      isDone = end !== null
      return end ?? UNCHANGED
    }),
  ).catch((error: unknown) => report(desk.stores.notices, 'reconcile', error))
  return isDone
}

/** Lets saving go on from a version of the file that the page is to be written over. */
export async function goOnFrom(desk: Desk, theirs: FileVersion): Promise<void> {
  const page = openPage(desk)
  if (page === null) return
  await inTurn(page, () =>
    whileHeld(page, async () => {
      page.base.set(theirs)
      desk.stores.article.setState({ revision: theirs.revision, trouble: { kind: 'none' } })
      const isSaved = page.session.text() === theirs.text
      return { kind: 'together', saved: isSaved ? page.session.version() : null }
    }),
  )
}

function setTrouble({ stores }: Desk, trouble: Trouble): void {
  const { trouble: before } = stores.article.getState()
  if (before.kind === 'none' && trouble.kind === 'none') return
  stores.article.setState({ trouble })
}

function awayKey({ session }: OpenPage): string {
  return `away:${session.id}`
}
