import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * The LibreOffice that the tests of Word documents are checked with: one that the machine has, else,
 * for root on Debian, one that apt fetches while other tests run. Without it, the documents that it
 * made and that are kept with the tests stand for it.
 */

const ON_MAC = '/Applications/LibreOffice.app/Contents/MacOS'
const PACKAGE = 'libreoffice-writer-nogui'

/** A mirror that does not answer must not be waited for. */
const IMPATIENT = ['-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=15']
/** Another apt, say of an image's own setup, has the turn until it is done. */
const INSTALL = ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=60']

/** What is asked of the machine that this runs on; a test describes another. */
export function thisMachine() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return { folders: [...folders, ON_MAC], isRoot: process.getuid?.() === 0, minutes: 4 }
}

/** What is here already; nothing is fetched. */
export function findOffice({ folders } = thisMachine()) {
  const asked = process.env.GALLEY_OFFICE
  if (asked) return { path: asked, from: 'GALLEY_OFFICE' }
  const path = folders.map((folder) => join(folder, 'soffice')).find(starts)
  return path ? { path, from: 'the system' } : undefined
}

function starts(path) {
  return (
    existsSync(path) &&
    spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
  )
}

/**
 * Finds LibreOffice or begins to fetch it. `settled` says what came of it and never rejects;
 * `isFetching` whether apt is at work, which takes one at a time.
 */
export function beginOffice(machine = thisMachine()) {
  const found = findOffice(machine)
  const apt = machine.folders.map((folder) => join(folder, 'apt-get')).find(existsSync)
  if (found || !machine.isRoot || apt === undefined) {
    return { isFetching: false, settled: Promise.resolve(found) }
  }
  return { isFetching: true, settled: fetched(apt, machine) }
}

async function fetched(apt, machine) {
  const steps = [
    [...IMPATIENT, 'update'],
    [...IMPATIENT, ...INSTALL, '--download-only', PACKAGE],
  ]
  for (const args of steps) if (!(await succeeds(apt, args, machine.minutes))) return undefined
  // What is being unpacked is not broken off.
  if (!(await succeeds(apt, [...INSTALL, PACKAGE], null))) return undefined
  const found = findOffice(machine)
  return found && { ...found, from: 'Debian, installed just now' }
}

function succeeds(command, args, minutes) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      ...(minutes === null ? {} : { timeout: minutes * 60_000 }),
    })
    // Tests that fail meanwhile end the run without it.
    child.unref()
    child.on('spawn', () => giveWay(child.pid))
    child.on('error', () => done(false))
    child.on('close', (code) => done(code === 0))
  })
}

/** The tests have the machine first. */
function giveWay(pid) {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch {
    // It has ended already, or may not be told: it is in nobody's way for long.
  }
}

/** The same, but no longer than that: after it, LibreOffice counts as not here. */
export async function officeWithin(seconds, { settled }) {
  let timer
  const late = new Promise((done) => {
    timer = setTimeout(() => done(undefined), seconds * 1000)
  })
  const office = await Promise.race([settled, late])
  clearTimeout(timer)
  return office
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const office = findOffice()
  process.stdout.write(office ? `${office.path} (${office.from})\n` : 'LibreOffice is not here\n')
  process.exitCode = office ? 0 : 1
}
