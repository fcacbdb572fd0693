import { writeSync } from 'node:fs'
import { join } from 'node:path'
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
import type { ArticleId } from '../../shared/domain/article'
import { spliceBetween } from '../../shared/domain/splice'
import { pageTexts } from './pageTexts'

// A process in which a page has a journal kept of what is typed on it, change by change; made to be
// killed. Each time it is told to, a page of its own types the same texts, and the journal is begun,
// grown, written afresh because it grew too large, and grown again.
const [home = ''] = process.argv.slice(2)
const say = (line: string): void => void writeSync(1, `${line}\n`)
const identities = createIdentities(randomId)
const journals = createJournals({
  folder: createNodeJournals(join(home, 'own')),
  processes: nodeProcesses,
  files: createNodeFileStore(),
  clock: systemClock,
  logger: { warn() {} },
  randomId,
  identities,
  serial: createSerial(),
  events: createEvents(() => undefined),
})
const place = { root: join(home, 'library') as Root, path: 'a.md' }
const id: ArticleId = identities.article(place)
const [before = '', ...typed] = pageTexts
const base = revisionOf(new TextEncoder().encode(before))
journals.knows(place, { revision: base, text: before })

async function type(page: string): Promise<void> {
  let sent = { number: 0, text: before }
  for (const [index, text] of typed.entries()) {
    // What failed is sent once more, from the start, as a page does it.
    for (let isKept = false; !isKept; ) {
      const splice = spliceBetween(sent.text, text)
      if (splice === null) break
      try {
        const change = { kind: 'splice', ...splice } as const
        const wish = { id, page, base, number: sent.number, change, holdsTaken: false }
        isKept = (await journals.append(wish)).kept
      } catch (error) {
        say(`failed ${index + 1} ${error instanceof Error ? error.message : String(error)}`)
      }
      sent = isKept ? { number: sent.number + 1, text } : { number: 0, text: before }
    }
    say(`saved ${index + 1}`)
  }
  say('done')
}

let pages = 0
process.stdin.on('data', () => void type(`page${pages++}`))
process.stdin.once('end', () => process.exit(0))
say('ready')
