import type { BrowserContext } from '@playwright/test'
import { startBrowserHost } from '../../support/browserHost'
import type { TemporaryHome } from '../../support/temporaryHome'
import type { RunningDesk } from '../desk'

/** The desk in a tab of the tests' browser, its backend a process of its own. */
export async function startBrowserDesk(
  home: TemporaryHome,
  context: BrowserContext,
): Promise<RunningDesk> {
  const host = await startBrowserHost(home.env)
  const page = await context.newPage()
  await page.goto(host.address)
  return {
    page,
    async stop() {
      if (!page.isClosed()) await page.close()
      await host.stop()
    },
    async kill() {
      await host.kill()
      await page.close()
    },
  }
}
