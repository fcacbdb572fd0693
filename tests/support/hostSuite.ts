import { afterEach, beforeEach, describe } from 'vitest'
import type { Client, EventName, EventPayload } from '../../shared/api/contract'
import type { ArticleSummary, OpenedArticle } from '../../shared/domain/article'
import { browserHost, memoryHost, nodeHost, openLibrary, type TestHost } from './hosts'

/** The desk of one test: a library with two articles is open. */
export interface TestDesk {
  /** The backend that runs now; another one after `restart`. */
  readonly host: () => TestHost
  readonly call: Client['call']
  restart(): Promise<void>
  list(): Promise<readonly ArticleSummary[]>
  named(fileName: string): Promise<ArticleSummary>
  openNamed(fileName: string): Promise<OpenedArticle>
  /** Resolves with the next event of a kind. */
  next<E extends EventName>(event: E): Promise<EventPayload<E>>
  /** A desk at its first start. */
  fresh(): Promise<TestHost>
}

const HOSTS = [
  ['memory', memoryHost],
  ['node', nodeHost],
  ['a browser host', browserHost],
] as const

/** Runs a suite on every host there is: they keep the same promises. */
export function describeOnHosts(title: string, suite: (desk: TestDesk) => void): void {
  describe.each(HOSTS)(`${title}, over %s`, (_, makeHost) => {
    let host: TestHost
    beforeEach(async () => {
      host = await makeHost()
      await host.disk.put(
        'talks.md',
        '---\ntitle: Peace talks\nstatus: draft\n---\n\nFive hours.\n',
      )
      await host.disk.put('news/notes.markdown', '# Notes\n\nWords here.\n')
      await host.disk.put('readme.txt', 'x')
      await openLibrary(host)
    })
    afterEach(() => host.close())

    const call: Client['call'] = (method, input) => host.client.call(method, input)
    const list = async () => (await call('library.list', {})).articles
    const named = async (fileName: string): Promise<ArticleSummary> => {
      const found = (await list()).find((article) => article.fileName === fileName)
      if (found === undefined) throw new Error(`${fileName} is not in the list`)
      return found
    }
    suite({
      host: () => host,
      call,
      async restart() {
        host = await host.restart()
      },
      list,
      named,
      openNamed: async (fileName) => call('articles.open', { id: (await named(fileName)).id }),
      next: (event) =>
        new Promise((resolve) => {
          const stop = host.client.subscribe(event, (payload) => {
            stop()
            resolve(payload)
          })
        }),
      fresh: makeHost,
    })
  })
}
