import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * The browser that the tests drive: Playwright's own, else one that the machine has, else one
 * that can be fetched. `npm test` asks once and hands the path on in GALLEY_BROWSER.
 */

const ON_LINUX = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]
const ON_MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]
const ON_WINDOWS = [
  ['PROGRAMFILES', 'Google\\Chrome\\Application\\chrome.exe'],
  ['PROGRAMFILES(X86)', 'Google\\Chrome\\Application\\chrome.exe'],
  ['LOCALAPPDATA', 'Google\\Chrome\\Application\\chrome.exe'],
  ['PROGRAMFILES(X86)', 'Microsoft\\Edge\\Application\\msedge.exe'],
  ['PROGRAMFILES', 'Microsoft\\Edge\\Application\\msedge.exe'],
]

function candidatesOnThisMachine() {
  if (process.platform === 'darwin') return ON_MAC
  if (process.platform === 'win32') {
    return ON_WINDOWS.map(([variable, path]) => join(process.env[variable] ?? 'C:\\', path))
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return ON_LINUX.flatMap((name) => [...folders, '/usr/bin'].map((folder) => join(folder, name)))
}

// A path is not enough: Ubuntu has a stub that only tells how to install one, and a downloaded
// browser may lack the system's libraries.
function starts(path) {
  if (!existsSync(path)) return false
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}

function systemBrowser() {
  const path = candidatesOnThisMachine().find(starts)
  return path ? { path, from: 'the system' } : undefined
}

async function playwrightBrowser() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return starts(path) ? { path, from: "Playwright's own" } : undefined
}

/** What is here already; nothing is fetched. */
export async function findBrowser() {
  const asked = process.env.GALLEY_BROWSER
  if (asked) return { path: asked, from: 'GALLEY_BROWSER' }
  return (await playwrightBrowser()) ?? systemBrowser()
}

function run(command, args, minutes) {
  const { status } = spawnSync(command, args, {
    stdio: 'ignore',
    timeout: minutes * 60_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}

async function download() {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')
  // Without --no-shell it would fetch a second, smaller browser that we do not use.
  return run(process.execPath, [cli, 'install', '--no-shell', 'chromium'], 5) && playwrightBrowser()
}

/** Another apt at work, be it an image's setup or what fetches LibreOffice, is waited for. */
const WAITING = ['-o', 'DPkg::Lock::Timeout=240']

function installFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  const installed =
    run('apt-get', [...WAITING, 'update'], 5) &&
    run('apt-get', [...WAITING, 'install', '-y', '--no-install-recommends', 'chromium'], 10)
  const found = installed ? systemBrowser() : undefined
  return found && { ...found, from: 'Debian, installed just now' }
}

/** Finds the tests' browser or fetches one. Throws a sentence that says what a person can do. */
export async function obtainBrowser() {
  const found = (await findBrowser()) || (await download()) || installFromDebian()
  if (found) return found
  throw new Error(
    'The tests need a browser and none is here: install Chromium, Chrome or Edge, or run ' +
      '"npx playwright install --with-deps chromium", or set GALLEY_BROWSER to the path of one.',
  )
}

/** Chromium's sandbox refuses to run as root; only tests ever switch it off. */
export function browserArguments() {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return [...root, '--disable-background-networking', '--disable-component-update']
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { path, from } = await obtainBrowser()
    process.stdout.write(`browser: ${path} (${from})\n`)
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
