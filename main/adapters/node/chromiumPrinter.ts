import { spawn } from 'node:child_process'
import { access, constants, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AppError } from '../../../shared/api/errors'
import type { PrintPage } from '../../ports/exporter'

/** Names under which a browser that prints is found. */
const NAMES = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  ...['microsoft-edge', 'msedge', 'chrome'],
]
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]
const LIMIT_MS = 60_000

async function findBrowser(): Promise<string | null> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const candidates = [
    ...(process.env.GALLEY_CHROMIUM ? [process.env.GALLEY_CHROMIUM] : []),
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name + suffix))),
    ...PLACES,
  ]
  for (const candidate of candidates) {
    const isThere = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (isThere) return candidate
  }
  return null
}

/** Resolves with whether the program ended well. It is ended when it takes too long. */
function run(program: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: 'ignore',
      timeout: LIMIT_MS,
      killSignal: 'SIGKILL',
    })
    child.on('error', () => resolve(false))
    child.on('exit', (code) => resolve(code === 0))
  })
}

/**
 * Prints a page through a browser that is installed: without the network, in a profile of its own
 * that is thrown away. Tagged, with the headings as bookmarks.
 */
export const printWithChromium: PrintPage = async (html) => {
  const browser = await findBrowser()
  if (browser === null) {
    throw new AppError(
      'unavailable',
      'a PDF is printed through Chromium, Chrome or Edge, and none was found; install one, or name it in GALLEY_CHROMIUM',
    )
  }
  const folder = await mkdtemp(join(tmpdir(), 'galley-print-'))
  try {
    const page = join(folder, 'page.html')
    const pdf = join(folder, 'page.pdf')
    await writeFile(page, html)
    const sound = await run(browser, [
      ...['--headless', '--disable-gpu', '--no-first-run', '--disable-extensions'],
      // The page's own policy lets no script run; without names nothing is fetched either.
      '--host-resolver-rules=MAP * ~NOTFOUND',
      // A superuser's browser, in a container say, has no sandbox to start; its page runs no script.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder, 'profile')}`,
      ...['--no-pdf-header-footer', '--export-tagged-pdf', '--generate-pdf-document-outline'],
      `--print-to-pdf=${pdf}`,
      pathToFileURL(page).href,
    ])
    const bytes = await readFile(pdf).catch(() => null)
    if (!sound || bytes === null) {
      throw new AppError(
        'internal',
        `${browser} did not print the page; try again, or name another in GALLEY_CHROMIUM`,
      )
    }
    return bytes
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined)
  }
}
