import { test as base, type Page } from '@playwright/test'
import { createTemporaryHome, type TemporaryHome } from '../support/temporaryHome'
import { startBrowserDesk } from './hosts/browserDesk'
import { startElectronDesk } from './hosts/electronDesk'
import { Desk } from './pages/Desk'

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

export const test = base.extend<DeskOptions & DeskFixtures>({
  host: ['browser', { option: true }],
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
})

export { expect } from '@playwright/test'
