import { writeSync } from 'node:fs'
import { createNodeFileStore } from '../../main/adapters/node/nodeFileStore'
import type { Root } from '../../main/ports/fileStore'
import { AppError } from '../../shared/api/errors'
import { untagged } from './untagged'

// A second Galley on the same article: it adds one line after the other to what it finds, and when the
// file has changed meanwhile it looks again, as a person who merges would.
const [root = '', name = '', who = '', count = '1'] = process.argv.slice(2)
const files = createNodeFileStore(untagged)
const say = (line: string): void => void writeSync(1, `${line}\n`)

async function add(line: string): Promise<void> {
  for (;;) {
    const { bytes, revision } = await files.read(root as Root, name, { maxBytes: 1e9 })
    const text = new TextDecoder().decode(bytes) + line
    try {
      await files.replace(root as Root, name, new TextEncoder().encode(text), revision)
      return
    } catch (error) {
      // Where the other one is held up by a busy disk, it says so and is to be asked again.
      const isLater = error instanceof AppError && /^(conflict|unavailable)$/.test(error.code)
      if (!isLater) throw error
    }
  }
}

process.stdin.once('data', () => {
  void (async () => {
    for (let n = 0; n < Number(count); n++) {
      await add(`${who}${n}\n`)
      say(`saved ${n}`)
    }
    process.exit(0)
  })()
})
say('ready')
