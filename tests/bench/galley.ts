import { Desk, LIBRARY } from '../e2e/pages/Desk'
import { startBrowserHost } from '../support/browserHost'
import { createTemporaryHome } from '../support/temporaryHome'
import { type Contender, clickMiddle } from './contenders'
import { asMarkdown } from './text'

/** The real desk over a real file, its preview open. */
export function galley(): Contender {
  return {
    name: 'Galley',
    async open(page, blocks) {
      const home = createTemporaryHome()
      home.write(`${LIBRARY}/article.md`, `---\ntitle: Measured\n---\n\n${asMarkdown(blocks)}\n`)
      const host = await startBrowserHost(home.env)
      const stop = async () => {
        await host.stop()
        home.remove()
      }
      try {
        await page.goto(host.address)
        const desk = new Desk({ page, stop, kill: stop }, home)
        await desk.openLibrary()
        await desk.library.open('Measured')
        await desk.preview.article
          .getByText(blocks.at(-1)?.text ?? '')
          .first()
          .waitFor({ state: 'attached', timeout: 120_000 })
        await clickMiddle(page, blocks)
        return stop
      } catch (error) {
        await stop()
        throw error
      }
    },
  }
}
