import * as fs from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { createNodeFileStore } from '../../main/adapters/node/nodeFileStore'
import {
  decideVersions,
  keepMineAsCopy,
  recreateFile,
  refillFile,
  showVersions,
} from '../../renderer/state/actions/articleConflict'
import { openArticle } from '../../renderer/state/actions/articleOpening'
import { saveNow } from '../../renderer/state/actions/articleSaving'
import { AppError } from '../../shared/api/errors'
import { type Choice, resolve } from '../../shared/article/merge'
import { deskOver, type TestDesk } from '../desk/testDesk'
import { eventually } from '../support/eventually'
import { nodeHost, type TestHost, twoBrowserHosts } from '../support/hosts'
import { untagged } from './untagged'
import { deskOn, state, type } from './writing'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const DAYS = Array.from({ length: 8 }, (_, day) => `Day ${day} of the talks. It was long.`)
const TALKS = `---\ntitle: Talks\n---\n\n${DAYS.join('\n\n')}\n`

async function deskWith(host: TestHost): Promise<TestDesk> {
  const test = await deskOn(host)
  closing.push(() => test.close())
  return test
}

async function start(): Promise<TestDesk> {
  const host = await nodeHost({ files })
  await host.disk.put('talks.md', TALKS)
  return deskWith(host)
}

/** Lets time pass until the page is saved and nothing is under way; both versions are kept where it asks. */
async function settle(test: TestDesk): Promise<void> {
  await eventually(async () => {
    test.clock.advance(1000)
    if (state(test).trouble.kind === 'differs') await decide(test, 'both')
    await saveNow(test.desk)
    expect(state(test).save.kind).toBe('clean')
  })
}

async function decide(test: TestDesk, choice: Choice): Promise<void> {
  await showVersions(test.desk)
  const { trouble } = state(test)
  if (trouble.kind !== 'differs' || trouble.shown === null) return
  const conflicts = trouble.shown.parts.filter(({ kind }) => kind === 'conflict')
  await decideVersions(
    test.desk,
    resolve(
      trouble.shown.parts,
      conflicts.map(() => choice),
    ),
  )
}

const files = createNodeFileStore(untagged)

/** Rewrites the file as a program does that reads it, changes it and puts it in its place. */
async function rewrite({ host }: TestDesk, change: (text: string) => string): Promise<void> {
  const { root } = host.disk
  for (;;) {
    try {
      const now = await files.read(root, 'talks.md', { maxBytes: 10_000_000 })
      const next = new TextEncoder().encode(change(new TextDecoder().decode(now.bytes)))
      await files.replace(root, 'talks.md', next, now.revision)
      return
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'conflict')) throw error
    }
  }
}

function seeded(seed: number): (below: number) => number {
  let value = seed
  return (below) => {
    value = (value * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((value / 2 ** 31) * below)
  }
}

it('R26 shows every change of another program while the page is clean, and keeps the page', async () => {
  const test = await start()
  const { openings } = state(test)
  for (let n = 0; n < 30; n++) {
    const text = TALKS.replace('Day 3', `Day 3, edition ${n}`)
    const file = join(test.host.disk.root, 'talks.md')
    if (n % 2 === 0) await fs.writeFile(file, text)
    else {
      await fs.writeFile(`${file}.new`, text)
      await fs.rename(`${file}.new`, file)
    }
    await eventually(() => expect(test.page().text()).toBe(text))
  }
  expect(state(test).openings).toBe(openings)
  expect(state(test).save.kind).toBe('clean')
})

it('R27 loses no word of either side in 200 changes by another program during typing', async () => {
  const test = await start()
  const pick = seeded(27)
  const words: string[] = []
  for (let n = 0; n < 200; n++) {
    type(test, pick(8), ` mine${n}.`)
    words.push(`mine${n}.`)
    const day = pick(8)
    await rewrite(test, (text) => text.replace(`Day ${day} `, `Day ${day} theirs${n} `))
    words.push(`theirs${n} `)
    test.clock.advance(pick(900))
    if (n % 50 === 0) await settle(test)
  }
  await settle(test)
  const saved = (await test.host.disk.text('talks.md')) ?? ''
  expect(words.filter((word) => !saved.includes(word))).toEqual([])
  expect(test.page().text()).toBe(saved)
})

it.each(['mine', 'theirs', 'both', 'copy'] as const)(
  'R28 loses nothing when the same words were changed and %s is chosen',
  async (choice) => {
    const test = await start()
    type(test, 3, ' My last word')
    const theirs = TALKS.replace('Day 3 of the talks. It was long.', 'Day 3 was theirs to tell.')
    await test.host.disk.put('talks.md', theirs)
    test.clock.advance(5000)
    await eventually(() => expect(state(test).trouble.kind).toBe('differs'))
    expect(await test.host.disk.text('talks.md')).toBe(theirs)
    if (choice === 'copy') await keepMineAsCopy(test.desk)
    else await decide(test, choice)
    const all = await Promise.all(
      (await fs.readdir(test.host.disk.root))
        .filter((name) => name.endsWith('.md'))
        .map((name) => test.host.disk.text(name)),
    )
    const text = all.join('\n')
    expect(text.includes('My last word')).toBe(choice !== 'theirs')
    expect(text.includes('theirs to tell')).toBe(choice !== 'mine')
    // What is not chosen is one step of undo away, and what is not asked about is as it was.
    if (choice !== 'copy') expect(text.replace(/Day 3.*\n/g, '')).toContain(DAYS[4])
  },
)

it('R29 meets a file that changed just before the save’s last look', async () => {
  const test = await start()
  type(test, 1, ' Mine.')
  const saving = saveNow(test.desk)
  await test.host.disk.put('talks.md', TALKS.replace('Day 6', 'Theirs, day 6'))
  await saving
  await settle(test)
  const saved = await test.host.disk.text('talks.md')
  expect(saved).toContain('It was long. Mine.')
  expect(saved).toContain('Theirs, day 6')
})

it('R30 never takes its own saves for another program’s', async () => {
  const test = await start()
  const { openings } = state(test)
  for (let n = 0; n < 200; n++) {
    type(test, n, 'x')
    if (n % 3 === 0) await saveNow(test.desk)
    test.clock.advance(300)
  }
  await settle(test)
  expect(state(test).openings).toBe(openings)
  expect(test.notices().filter((text) => text.includes('another program'))).toEqual([])
  expect(state(test).trouble.kind).toBe('none')
})

it('R33 two pages of one desk never overwrite each other', async () => {
  const first = await start()
  const second = await deskOver(first.host)
  const { summary } = state(first)
  if (summary === null) throw new Error('Nothing is open.')
  await openArticle(second.desk, summary.id)
  await workTogether(first, second, 24)
  const saved = (await first.host.disk.text('talks.md')) ?? ''
  await eventually(() => expect(second.page().text()).toBe(saved))
  await eventually(() => expect(first.page().text()).toBe(saved))
})

it('R34 two desks in two hosts over one folder never overwrite each other', async () => {
  const [one, other] = await twoBrowserHosts()
  await one.disk.put('talks.md', TALKS)
  await workTogether(await deskWith(one), await deskWith(other), 24)
})

/** Both type, in places of their own and in the same ones; no word of either may be missing at the end. */
async function workTogether(first: TestDesk, second: TestDesk, rounds: number): Promise<void> {
  const pick = seeded(34)
  const words: string[] = []
  for (let n = 0; n < rounds; n++) {
    type(first, pick(8), ` ana${n}.`)
    type(second, pick(8), ` ben${n}.`)
    words.push(`ana${n}.`, `ben${n}.`)
    first.clock.advance(pick(1500))
    second.clock.advance(pick(1500))
    if (n % 4 === 0) await Promise.all([settle(first), settle(second)])
  }
  await settle(first)
  await settle(second)
  await settle(first)
  const saved = (await first.host.disk.text('talks.md')) ?? ''
  expect(words.filter((word) => !saved.includes(word))).toEqual([])
}

it('R35 keeps the words of a deleted article, and makes its file again only on request', async () => {
  const test = await start()
  type(test, 2, ' Mine.')
  await test.host.disk.delete('talks.md')
  await eventually(() => expect(state(test).trouble.kind).toBe('gone'))
  type(test, 2, ' More.')
  test.clock.advance(60_000)
  await saveNow(test.desk)
  expect(await test.host.disk.text('talks.md')).toBe(null)
  await recreateFile(test.desk)
  expect(await test.host.disk.text('talks.md')).toContain('It was long. Mine. More.')
})

it('R36 follows an article that was renamed, moved, or moved with its folder; never two files', async () => {
  const test = await start()
  const root = test.host.disk.root
  for (const [from, to] of [
    ['talks.md', 'peace.md'],
    ['peace.md', 'news/peace.md'],
    ['news', 'archive'],
  ] as const) {
    type(test, 1, ' On.')
    await saveNow(test.desk)
    await fs.mkdir(join(root, 'news'), { recursive: true })
    await fs.rename(join(root, from), join(root, to))
    const path = to === 'archive' ? 'archive/peace.md' : to
    await eventually(() => {
      const { summary } = state(test)
      expect([summary?.folder, summary?.fileName].filter(Boolean).join('/')).toBe(path)
    })
    type(test, 1, ' There.')
    await settle(test)
    expect(await test.host.disk.text(path)).toContain('There.')
  }
  const all = await fs.readdir(root, { recursive: true })
  expect(all.filter((name) => name.endsWith('.md'))).toEqual(['archive/peace.md'])
})

it('R37 goes on saving when the folder was away and is back', async () => {
  const test = await start()
  const root = test.host.disk.root
  await fs.rename(root, `${root}-away`)
  type(test, 1, ' While away.')
  await saveNow(test.desk)
  expect(state(test).save).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('is not there at the moment'),
  })
  type(test, 2, ' And more.')
  test.clock.advance(60_000)
  expect(state(test).trouble.kind).toBe('none')
  // Somebody worked on it meanwhile.
  const away = join(`${root}-away`, 'talks.md')
  await fs.writeFile(away, TALKS.replace('Day 6', 'Theirs, day 6'))
  await fs.rename(`${root}-away`, root)
  await settle(test)
  const saved = await test.host.disk.text('talks.md')
  for (const words of ['While away.', 'And more.', 'Theirs, day 6']) expect(saved).toContain(words)
})

it('R41 never loads an emptied file over the page', async () => {
  const test = await start()
  await test.host.disk.put('talks.md', '')
  await eventually(() => expect(state(test).trouble.kind).toBe('emptied'))
  expect(test.page().text()).toBe(TALKS)
  type(test, 1, ' Mine.')
  test.clock.advance(60_000)
  await saveNow(test.desk)
  expect(await test.host.disk.text('talks.md')).toBe('')
  // The sync program has fetched it now.
  await test.host.disk.put('talks.md', TALKS)
  await eventually(() => expect(state(test).trouble.kind).toBe('none'))
  await settle(test)
  expect(await test.host.disk.text('talks.md')).toBe(
    TALKS.replace('Day 1 of the talks. It was long.', 'Day 1 of the talks. It was long. Mine.'),
  )
  await test.host.disk.put('talks.md', '')
  await eventually(() => expect(state(test).trouble.kind).toBe('emptied'))
  await refillFile(test.desk)
  await settle(test)
  expect(await test.host.disk.text('talks.md')).toContain('Mine.')
})
