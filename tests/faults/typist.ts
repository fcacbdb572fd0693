import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { $getRoot, $isElementNode } from 'lexical'
import { createMemoryWatcher } from '../../main/adapters/memory/memoryWatcher'
import { createBackend } from '../../main/backend'
import { attachSession } from '../../renderer/state/actions/articleSaving'
import { systemClock } from '../../renderer/state/clock'
import { createStores } from '../../renderer/state/desk'
import { reviewerOf } from '../../renderer/state/people'
import { createDirectClient } from '../../shared/api/direct'
import { openReviewed } from '../../shared/document/reviewedDocument'
import { sessionOf } from '../desk/testSession'
import { portsIn } from './crashPorts'
import { startOwnTime } from './ownTime'

// A writer who never pauses, over the real backend, journal and autosave; made to be killed.
const [home = ''] = process.argv.slice(2)
const KEY_MS = 80

const ports = portsIn(home)
const say = (line: string): void => void writeSync(1, `${line}\n`)
const ownTime = startOwnTime(ports.journals, { onTick: (now) => say(`now ${now}`) })
const backend = createBackend({
  ...ports,
  journals: ownTime.folder,
  clock: ownTime.clock,
  watcher: createMemoryWatcher(),
})
const client = createDirectClient(backend, {})
const id = await backend.openFile(join(home, 'library', 'a.md'), async () => true)
if (id === null) throw new Error('The article is not there.')
const opened = await client.call('articles.open', { id })
const stores = createStores()
const document = openReviewed({
  text: opened.text,
  review: { reviewer: () => reviewerOf(stores.layout.getState()), now: () => new Date() },
})
const host = await client.call('app.info', {})
attachSession({ stores, client, clock: systemClock, host }, opened, sessionOf(id, document))

let typed = 0
function type(): void {
  typed += 1
  document.editor.update(
    () => {
      const first = $getRoot().getFirstChildOrThrow()
      if ($isElementNode(first)) first.selectEnd().insertText(` w${typed}`)
    },
    { discrete: true },
  )
  say(`typed ${typed} ${ownTime.now()}`)
}

process.stdin.once('data', () => setInterval(type, KEY_MS))
say('ready')
