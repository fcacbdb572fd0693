import { attachSession } from '../../renderer/state/actions/articleSaving'
import { reopenDesk } from '../../renderer/state/actions/libraryOpening'
import { listen } from '../../renderer/state/actions/listening'
import { createStores, type Desk } from '../../renderer/state/desk'
import { reviewerOf } from '../../renderer/state/people'
import { createStepClock } from '../../renderer/state/stepClock'
import { openReviewed, type ReviewedDocument } from '../../shared/document/reviewedDocument'
import { memoryHost, openLibrary, type TestHost } from '../support/hosts'
import { sessionOf } from './testSession'

/** A desk without a window over a real backend, with the real editor model where the page would be. */
export interface TestDesk {
  readonly desk: Desk
  readonly host: TestHost
  readonly clock: ReturnType<typeof createStepClock>
  /** The model of the article that is on the page. */
  page(): ReviewedDocument
  /** What a reader of the list sees: file names with their folders. */
  names(): readonly string[]
  notices(): readonly string[]
  /** Presses a button of the notice that has it. */
  press(label: string): void
  close(): Promise<void>
}

export async function startDesk(files: Readonly<Record<string, string>> = {}): Promise<TestDesk> {
  const host = await memoryHost()
  for (const [path, text] of Object.entries(files)) await host.disk.put(path, text)
  await openLibrary(host)
  return deskOver(host)
}

export async function deskOver(host: TestHost): Promise<TestDesk> {
  const clock = createStepClock()
  const stores = createStores()
  const info = await host.client.call('app.info', {})
  const desk: Desk = { stores, client: host.client, clock, host: info }
  let document: ReviewedDocument | null = null
  let leave: () => void = () => undefined

  // What the article pane does: an editor for each opening, and none when there is no article.
  stores.article.subscribe(({ view }, before) => {
    if (view === before.view) return
    leave()
    leave = () => undefined
    if (view.kind !== 'open') return
    const opened = openReviewed({
      text: view.opened.text,
      review: { reviewer: () => reviewerOf(stores.layout.getState()), now: () => new Date() },
    })
    document = opened
    const detach = attachSession(desk, view.opened, sessionOf(view.opened.summary.id, opened))
    leave = () => {
      detach()
      opened.dispose()
    }
  })
  const stop = listen(desk)
  await reopenDesk(desk)

  return {
    desk,
    host,
    clock,
    page() {
      if (document === null) throw new Error('There is no article on the page.')
      return document
    },
    names: () =>
      stores.library
        .getState()
        .articles.map(({ folder, fileName }) =>
          folder === '' ? fileName : `${folder}/${fileName}`,
        )
        .sort(),
    notices: () => stores.notices.getState().notices.map(({ text }) => text),
    press(label) {
      const actions = stores.notices.getState().notices.flatMap((notice) => notice.actions)
      const action = actions.find((each) => each.label === label)
      if (action === undefined) throw new Error(`No notice offers “${label}”.`)
      action.run()
    },
    async close() {
      stop()
      leave()
      await host.close()
    },
  }
}
