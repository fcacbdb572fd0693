import { readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createNodeFileStore } from '../../main/adapters/node/nodeFileStore'
import { createNodeJournals } from '../../main/adapters/node/nodeJournals'
import { nodeProcesses } from '../../main/adapters/node/nodeProcesses'
import { randomId, systemClock } from '../../main/adapters/node/nodeSystem'
import { revisionOf } from '../../main/adapters/node/openedFile'
import type { Root } from '../../main/ports/fileStore'
import { createEvents } from '../../main/services/events'
import { createIdentities } from '../../main/services/identities'
import { createJournals } from '../../main/services/journals/journals'
import { createSerial } from '../../main/services/serial'
import { createJournaling } from '../../renderer/state/journaling'
import { startOwnTime } from './ownTime'
import { pageOf, wordsOn } from './pageOf'
import { untagged } from './untagged'

// A page on which one types without a pause, which is saved again and again, and whose journal is kept
// meanwhile; made to be killed. All of it is Galley's own but the page, which is only a text.
const [home = '', size = '0'] = process.argv.slice(2)
const KEY_MS = 4
const PAUSE_MS = 4

const root = join(home, 'library') as Root
const path = 'a.md'
const say = (line: string): void => void writeSync(1, `${line}\n`)
const files = createNodeFileStore(untagged)

const ownTime = startOwnTime(createNodeJournals(join(home, 'own')), {
  onTick: (now) => say(`now ${now}`),
})
const identities = createIdentities(randomId)
const place = { root, path }
const id = identities.article(place)
const journals = createJournals({
  folder: ownTime.folder,
  processes: nodeProcesses,
  files,
  clock: systemClock,
  logger: { warn() {} },
  randomId,
  identities,
  serial: createSerial(),
  events: createEvents(() => undefined),
})

const first = readFileSync(join(root, path), 'utf8')
let words = wordsOn(first, Number(size)) ?? 0
const [standing = '', before = ''] = pageOf(words, Number(size))
let typed = before
const pieces = (): readonly string[] => [standing, typed]
let revision = revisionOf(new TextEncoder().encode(first))
journals.knows(place, { revision, text: first })
const journal = createJournaling({
  source: { version: () => words, pieces },
  revision,
  clock: systemClock,
  append: (entry) => journals.append({ id, page: 'page', holdsTaken: false, ...entry }),
  clear: () => journals.clear({ id, page: 'page', words: 'own' }),
  problemOf: String,
  onState: ({ kind }) => say(kind),
})

async function save(): Promise<void> {
  const held = { version: words, pieces: pieces() }
  const text = held.pieces.join('')
  const bytes = new TextEncoder().encode(text)
  await journals.saving(place, files.revisionOf(bytes))
  revision = (await files.replace(root, path, bytes, revision)).revision
  say(`saved ${held.version}`)
  journals.knows(place, { revision, text })
  journal.saved({ ...held, revision })
}

process.stdin.once('data', () => {
  setInterval(() => {
    words += 1
    typed += `w${words}\n`
    say(`typed ${words} ${ownTime.now()}`)
    journal.changed()
  }, KEY_MS)
  void (async () => {
    for (;;) {
      await save()
      await sleep(PAUSE_MS)
    }
  })()
})
say('ready')
