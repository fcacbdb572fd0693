import { mkdirSync } from 'node:fs'
import { test as base, type Page } from '@playwright/test'
import { createTemporaryHome, type TemporaryHome } from '../support/temporaryHome'
import { startBrowserDesk } from './hosts/browserDesk'
import { startElectronDesk } from './hosts/electronDesk'
import { Desk, LIBRARY } from './pages/Desk'

/** A desk in the host under test, and the way to start it again as after a break. */
export interface RunningDesk {
  readonly page: Page
  stop(): Promise<void>
  /** Ends it all from one moment to the next. */
  kill(): Promise<void>
}

export interface DeskOptions {
  readonly host: 'browser' | 'electron'
}

interface DeskFixtures {
  readonly home: TemporaryHome
  /** Starts a desk in the test's home; every one is stopped when the test ends. */
  readonly start: () => Promise<Desk>
  /** The desk as it is at the first start. */
  readonly desk: Desk
}

interface WorkerFixtures {
  /**
   * A desk with its library open, for tests that each open an article of their own and change no
   * setting: to start one takes longer than most of them.
   */
  readonly sharedDesk: Desk
}

export const test = base.extend<DeskFixtures, DeskOptions & WorkerFixtures>({
  host: ['browser', { option: true, scope: 'worker' }],
  home: async ({ host: _host }, provide) => {
    const home = createTemporaryHome()
    await provide(home)
    home.remove()
  },
  start: async ({ home, host, context }, provide) => {
    const running: RunningDesk[] = []
    await provide(async () => {
      const desk =
        host === 'electron' ? await startElectronDesk(home) : await startBrowserDesk(home, context)
      running.push(desk)
      return new Desk(desk, home)
    })
    for (const desk of running) await desk.stop()
  },
  desk: async ({ start }, provide) => {
    await provide(await start())
  },
  sharedDesk: [
    async ({ browser, host }, provide, { project }) => {
      const home = createTemporaryHome()
      const { locale, viewport } = project.use
      const context = await browser.newContext({ locale, viewport })
      const running =
        host === 'electron' ? await startElectronDesk(home) : await startBrowserDesk(home, context)
      const desk = new Desk(running, home)
      mkdirSync(home.at(LIBRARY))
      await desk.openLibrary()
      await provide(desk)
      await running.stop()
      await context.close()
      home.remove()
    },
    { scope: 'worker' },
  ],
})

export { expect } from '@playwright/test'
