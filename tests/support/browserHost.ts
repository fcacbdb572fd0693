import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/\S*/

export interface BrowserHost {
  /** Where the desk is, the run's secret included. */
  readonly address: string
  stop(): Promise<void>
  /** Ends it from one moment to the next, as a crash does. */
  kill(): Promise<void>
}

/** Starts the desk that was built as `npm start -- --browser` does, without showing it to anybody. */
export async function startBrowserHost(
  env: Readonly<Record<string, string>>,
): Promise<BrowserHost> {
  const child = spawn(
    process.execPath,
    [
      join(root, 'dist/browser.mjs'),
      ...['--renderer', join(root, 'dist/renderer')],
      ...['--samples', join(root, 'samples')],
      '--no-open',
    ],
    { env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  return {
    address: await addressOf(child),
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  const said: string[] = []
  child.stderr?.on('data', (chunk) => said.push(String(chunk)))
  const lines = createInterface({ input: child.stdout ?? process.stdin })
  for await (const line of lines) {
    const address = ADDRESS.exec(line)?.[0]
    if (address) {
      child.stdout?.resume()
      return address
    }
    said.push(`${line}\n`)
  }
  throw new Error(`The browser host did not say its address:\n${said.join('')}`)
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}
