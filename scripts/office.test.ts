import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { beginOffice, findOffice, officeWithin } from './office.mjs'

let folder = ''
let asked: string | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-office-'))
  asked = process.env.GALLEY_OFFICE
  delete process.env.GALLEY_OFFICE
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
  if (asked !== undefined) process.env.GALLEY_OFFICE = asked
})

/** A program of this machine alone. */
function program(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name)
  writeFileSync(path, ['#!/bin/sh', ...lines, ''].join('\n'))
  chmodSync(path, 0o755)
  return path
}

const machine = (isRoot = true) => ({ folders: [folder], isRoot, minutes: 1 })

/** Does what apt does, as far as it matters here. */
const installs = () => {
  const made = join(folder, 'soffice')
  return [
    `echo "$*" >> '${join(folder, 'asked')}'`,
    `case "$*" in *--download-only*|*update*) exit 0;; esac`,
    `printf '#!/bin/sh\\nexit 0\\n' > '${made}'`,
    `chmod +x '${made}'`,
  ]
}

describe.skipIf(process.platform === 'win32')('LibreOffice for the tests', () => {
  it('is the one that the machine has, and nothing is fetched then', async () => {
    const path = program('soffice', 'exit 0')
    program('apt-get', ...installs())
    const begun = beginOffice(machine())
    expect(begun.isFetching).toBe(false)
    expect(await begun.settled).toEqual({ path, from: 'the system' })
    expect(existsSync(join(folder, 'asked'))).toBe(false)
  })

  it('is not one that does not start', () => {
    program('soffice', 'exit 127')
    expect(findOffice(machine())).toBeUndefined()
  })

  it('is fetched for root where apt is there', async () => {
    program('apt-get', ...installs())
    const begun = beginOffice(machine())
    expect(begun.isFetching).toBe(true)
    expect(await begun.settled).toEqual({
      path: join(folder, 'soffice'),
      from: 'Debian, installed just now',
    })
  })

  it.each([
    ['apt refuses', () => program('apt-get', 'exit 100'), true],
    ['apt is not there', () => undefined, true],
    ['apt says it did what it did not', () => program('apt-get', 'exit 0'), true],
    ['nobody may install', () => program('apt-get', ...installs()), false],
  ])('is not there where %s, and the run goes on', async (_, prepare, isRoot) => {
    prepare()
    expect(await beginOffice(machine(isRoot)).settled).toBeUndefined()
  })

  it('is not waited for longer than that', async () => {
    const never = new Promise<undefined>(() => undefined)
    expect(await officeWithin(0.01, { isFetching: true, settled: never })).toBeUndefined()
  })
})
