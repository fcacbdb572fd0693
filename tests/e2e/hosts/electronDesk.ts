import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron } from '@playwright/test'
import type { TemporaryHome } from '../../support/temporaryHome'
import type { RunningDesk } from '../desk'
import { LIBRARY } from '../pages/Desk'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')

/** The desk in Electron's own window. */
export async function startElectronDesk(home: TemporaryHome): Promise<RunningDesk> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({ args: [...sandbox, root], cwd: root, env: { ...home.env } })
  // The system's dialogs cannot be driven: they answer what a person in this home would.
  await app.evaluate(({ dialog }, library) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [library] })
    dialog.showSaveDialog = async (...args: unknown[]) => {
      const options = args.at(-1) as { defaultPath?: string }
      return { canceled: false, filePath: options.defaultPath ?? '' }
    }
  }, home.at(LIBRARY))
  return {
    page: await app.firstWindow(),
    stop: () => app.close(),
    async kill() {
      const gone = app.waitForEvent('close')
      app.process().kill('SIGKILL')
      await gone
    },
  }
}
