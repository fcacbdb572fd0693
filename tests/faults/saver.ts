import { readFileSync, writeSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { join } from 'node:path'
import { createNodeFileStore } from '../../main/adapters/node/nodeFileStore'
import { revisionOf } from '../../main/adapters/node/openedFile'
import type { Root } from '../../main/ports/fileStore'
import { untagged } from './untagged'
import { versionOf } from './versions'

// A process that saves one version after the other and says of each when it is on the disk; made to
// be killed. It says so when all is loaded, begins when it is told to, and may be told again.
const [root = '', name = '', first = '1', count = '1', size = '100'] = process.argv.slice(2)
const files = createNodeFileStore(untagged)

// The system calls of this first look are done before those of the saves begin.
let revision = revisionOf(await fs.readFile(join(root, name)))

const say = (line: string): void => {
  writeSync(1, `${line}\n`)
}

let version = Number(first)

async function save(): Promise<void> {
  const end = version + Number(count)
  for (; version < end; version++) {
    const bytes = versionOf(version, Number(size))
    try {
      revision = (await files.replace(root as Root, name, bytes, revision)).revision
      say(`saved ${version}`)
    } catch (error) {
      say(`failed ${version} ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  say('done')
}

/** After a failure, as a page does: the save may have come further than it could tell. */
function look(): void {
  revision = revisionOf(readFileSync(join(root, name)))
  say('looked')
}

process.stdin.on('data', (wish) => (String(wish) === 'look\n' ? look() : void save()))
process.stdin.once('end', () => process.exit(0))
say('ready')
