import { createMemoryAppData } from '../../main/adapters/memory/memoryAppData'
import { startShell } from '../../main/electron/shell'
import { fakeElectron } from './fakeElectron'
import { memoryHost } from './hosts'

export interface ShellStart {
  readonly args?: readonly string[]
  readonly isMac?: boolean
  readonly windowFile?: string
}

/** The shell, started and ready, over a double of Electron and a backend in memory. */
export async function runningShell({ args = [], isMac = false, windowFile }: ShellStart = {}) {
  const fake = fakeElectron()
  const host = await memoryHost()
  await host.disk.put('talks.md', 'Five hours.\n')
  await host.disk.inHome.put('desk/letter.md', 'Dear reader.\n')
  const stored = new Map(windowFile === undefined ? [] : [['window.json', windowFile]])
  const appData = createMemoryAppData(stored)
  const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text))
  const started = startShell({
    electron: fake.api,
    preload: '/app/preload.cjs',
    logger: { warn() {} },
    isMac,
    args,
    currentFolder: '/home/library',
    readPageFiles: async () =>
      new Map([
        ['/index.html', { type: 'text/html; charset=utf-8', bytes: bytes('DESK') }],
        ['/preview.html', { type: 'text/html; charset=utf-8', bytes: bytes('PREVIEW') }],
        ['/assets/main.js', { type: 'text/javascript; charset=utf-8', bytes: bytes('CODE') }],
      ]),
    start: () => ({ backend: host.backend, appData }),
  })
  return {
    ...fake,
    host,
    stored,
    started,
    /** The first window, once the shell has shown it. */
    async window() {
      await started
      const [window] = fake.windows
      if (window === undefined) throw new Error('the shell opened no window')
      return window
    },
  }
}

/** Resolves when promises that are already settled have told those who wait for them. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}
