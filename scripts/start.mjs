import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildStale, dist, root } from './build.mjs'

// `npm start`: the desk in a window of its own where Electron can run, else in the browser.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: 'boolean', default: false },
    port: { type: 'string' },
    'no-open': { type: 'boolean', default: false },
  },
})

// Named from where the person stood, which npm leaves for the package's folder.
const files = positionals.map((file) => resolve(process.env.INIT_CWD ?? process.cwd(), file))

function say(line) {
  process.stdout.write(`${line}\n`)
}

/** Why a window cannot be opened here, however complete the runtime is; `undefined` when it can. */
function obstacle() {
  if (process.platform !== 'linux') return undefined
  if (process.getuid?.() === 0) {
    return 'The window’s sandbox does not run for the administrator'
  }
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'There is no display here'
  return undefined
}

const electron = (() => {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    return undefined
  }
})()

/** The path of Electron's runtime, if it was ever fetched. */
function runtime() {
  if (electron === undefined || !existsSync(join(electron, 'path.txt'))) return undefined
  const path = join(electron, 'dist', readFileSync(join(electron, 'path.txt'), 'utf8'))
  return existsSync(path) ? path : undefined
}

const FETCH_MS = 3 * 60_000
const AGAIN_MS = 24 * 60 * 60_000
const failedFetch = join(dist, '.electron-not-fetched')

/** Fetches the runtime, once a day at most where that fails: a person should not wait for it each time. */
async function fetchRuntime() {
  if (electron === undefined) return undefined
  if (existsSync(failedFetch) && Date.now() - statSync(failedFetch).mtimeMs < AGAIN_MS)
    return undefined
  say('Fetching Electron’s runtime, once …')
  const fetched = await run(process.execPath, [join(electron, 'install.js')], {
    stdio: 'ignore',
    timeout: FETCH_MS,
  })
  if (fetched !== 0) {
    mkdirSync(dist, { recursive: true })
    writeFileSync(failedFetch, '')
  }
  return runtime()
}

/** Runs a program to its end and resolves with its exit code. Ctrl-C reaches it by itself. */
function run(command, args, options) {
  return new Promise((done) => {
    const child = spawn(command, args, options)
    const wait = () => {}
    process.on('SIGINT', wait)
    const pass = (signal) => child.kill(signal)
    process.on('SIGTERM', pass)
    process.on('SIGHUP', pass)
    const end = (code) => {
      process.off('SIGINT', wait)
      process.off('SIGTERM', pass)
      process.off('SIGHUP', pass)
      done(code)
    }
    child.on('error', () => end(1))
    child.on('close', (code) => end(code ?? 1))
  })
}

async function startInWindow(path) {
  await buildStale(['renderer', 'electron'], say)
  return run(path, [root, ...files], { stdio: 'inherit' })
}

async function startInBrowser(because) {
  await buildStale(['renderer', 'browser'], say)
  const args = [
    join(dist, 'browser.mjs'),
    ...['--renderer', join(dist, 'renderer'), '--samples', join(root, 'samples')],
    ...(values.port === undefined ? [] : ['--port', values.port]),
    ...(files[0] === undefined ? [] : ['--file', files[0]]),
    ...(values['no-open'] ? ['--no-open'] : []),
    ...['--because', because],
  ]
  return run(process.execPath, args, { stdio: 'inherit' })
}

async function start() {
  if (values.browser) return startInBrowser('')
  const reason = obstacle()
  if (reason !== undefined) return startInBrowser(reason)
  const path = runtime() ?? (await fetchRuntime())
  if (path === undefined) return startInBrowser('Electron’s runtime could not be fetched')
  return startInWindow(path)
}

process.exitCode = await start()
