import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMemoryWatcher } from '../../../main/adapters/memory/memoryWatcher'
import { createBackend } from '../../../main/backend'
import { openRevisionLog } from '../../../main/services/history/revisionLog'
import { createDirectClient } from '../../../shared/api/direct'
import { UTF8 } from '../../../shared/article'
import { openReviewed } from '../../../shared/document/reviewedDocument'
import type { ArticleId } from '../../../shared/domain/article'
import { portsIn } from '../../faults/crashPorts'
import { articleOf, asMarkdown } from '../text'
import { medians } from './measure'

const WORDS = 10_000
const REVISIONS = 10_000
const ROUNDS = 9

export interface OpeningResult {
  readonly open: number
  readonly list: number
  readonly listAgain: number
  /** Bytes of the whole history. */
  readonly historySize: number
}

/** Opens a long article, and lists its ten thousand revisions, each time as after a fresh start. */
export async function measureOpening(): Promise<OpeningResult> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'galley-bench-')))
  const library = join(home, 'library')
  await fs.mkdir(library)
  const path = join(library, 'article.md')
  await fs.writeFile(path, asMarkdown(articleOf(WORDS)))
  const ports = { ...portsIn(home), watcher: createMemoryWatcher() }

  async function started() {
    const backend = createBackend(ports)
    const client = createDirectClient(backend, {})
    const id = await backend.openFile(path, async () => true)
    if (id === null) throw new Error('The article is gone.')
    return { backend, client, id }
  }
  type Started = Awaited<ReturnType<typeof started>>

  async function open({ client, id }: Started): Promise<void> {
    const { text } = await client.call('articles.open', { id })
    const document = openReviewed({
      text,
      review: { reviewer: () => ({ handle: 'jo', name: 'Jo', colour: '' }), now: () => new Date() },
    })
    document.dispose()
  }
  const list = ({ client, id }: { client: Started['client']; id: ArticleId }) =>
    client.call('history.list', { id })

  try {
    let desk = await started()
    const prepare = async (): Promise<void> => {
      await desk.backend.dispose()
      desk = await started()
    }
    const [opening = 0] = await medians([{ name: 'open', prepare, run: () => open(desk) }], ROUNDS)
    await fillHistory(desk, path)
    const [cold = 0, warm = 0] = await medians(
      [
        { name: 'list', prepare, run: () => list(desk) },
        { name: 'list again', run: () => list(desk) },
      ],
      ROUNDS,
    )
    const { revisions } = await list(desk)
    if (revisions.length < REVISIONS)
      throw new Error(`Only ${revisions.length} revisions are there.`)
    await desk.backend.dispose()
    const historySize = await sizeOf(join(library, '.galley', 'history'))
    return { open: opening, list: cold, listAgain: warm, historySize }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }

  /** Writes all revisions but the first by the log itself: ten thousand saves of a page take too long. */
  async function fillHistory({ client, id }: Started, file: string): Promise<void> {
    const opened = await client.call('articles.open', { id })
    await client.call('articles.save', { id, base: opened.revision, text: `${opened.text}\n` })
    await list({ client, id })
    const folder = ports.historyFolder(library as Parameters<typeof ports.historyFolder>[0])
    const index = (await folder.list()).find(({ name }) => name.endsWith('.index'))
    const log = await openRevisionLog(index?.name.replace(/\.index$/, '') ?? '', {
      ...ports,
      folder,
    })
    if (log === null) throw new Error('The history cannot be read.')
    let text = `${opened.text}\n`
    const now = Date.now()
    for (let n = log.all().length; n < REVISIONS; n++) {
      const at = (n * 997) % opened.text.length
      text = `${text.slice(0, at)}word ${n} ${text.slice(at)}`
      if (n % 50 === 0) text = `${opened.text} ${n}\n`
      await log.add({
        text,
        revision: ports.files.revisionOf(new TextEncoder().encode(text)),
        encoding: UTF8,
        // All of today, so that none is thinned out.
        time: now - (REVISIONS - n),
        reason: 'save',
      })
    }
    await fs.writeFile(file, text)
  }
}

async function sizeOf(folder: string): Promise<number> {
  const names = await fs.readdir(folder)
  const stats = await Promise.all(names.map((name) => fs.stat(join(folder, name))))
  return stats.reduce((total, { size }) => total + size, 0)
}
