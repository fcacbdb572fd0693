import { execFileSync, spawnSync } from 'node:child_process'
import * as fs from 'node:fs/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { nodeDisk } from '../../main/adapters/node/diskCalls'
import { hasExtraAttributes } from '../../main/adapters/node/extraAttributes'
import { createNodeFileStore } from '../../main/adapters/node/nodeFileStore'
import { type Lack, need } from './staging'
import { bytes, revision, type TemporaryLibrary, temporaryLibrary } from './temporaryLibrary'

let library: TemporaryLibrary
beforeEach(async () => {
  library = await temporaryLibrary()
})
afterEach(() => library.dispose())

const SET = "import os, sys; os.setxattr(sys.argv[1], 'user.tag', b'red')"
const GET = "import os, sys; sys.stdout.write(os.getxattr(sys.argv[1], 'user.tag').decode())"

function tag(file: string): boolean {
  return spawnSync('python3', ['-c', SET, file], { stdio: 'ignore' }).status === 0
}
const tagOf = (file: string): string =>
  execFileSync('python3', ['-c', GET, file], { encoding: 'utf8' })

it('R22 a tag that a file manager gave a file is there after a save', async (context) => {
  const lack: Lack = tag(library.at('a.md'))
    ? null
    : 'there is no program that tags a file, or the disk keeps no tags'
  need(context, lack)
  // However late the program that is asked for tags starts.
  const disk = { ...nodeDisk, hasExtraAttributes: (file: string) => hasExtraAttributes(file, 0) }
  const files = createNodeFileStore(disk)
  await files.replace(library.root, 'a.md', bytes('New.\n'), revision('Old.\n'))
  expect(await library.text('a.md')).toBe('New.\n')
  expect(tagOf(library.at('a.md'))).toBe('red')
})

it('R22 a file with what a new one would not have is written as the same file', async () => {
  const files = createNodeFileStore({ ...nodeDisk, hasExtraAttributes: async () => true })
  const before = await fs.stat(library.at('a.md'))
  await files.replace(library.root, 'a.md', bytes('New.\n'), revision('Old.\n'))
  const after = await fs.stat(library.at('a.md'))
  expect(await library.text('a.md')).toBe('New.\n')
  expect(after.ino).toBe(before.ino)
  expect(await library.names()).toEqual(['a.md'])
})
