import fc from 'fast-check'
import { expect, test } from '../desk'
import { LIBRARY } from '../pages/Desk'
import { createTypist, type Letters, type Typist } from '../typist'

/** The same sequences in every run; `GALLEY_SEED` and `GALLEY_RUNS` look further. */
const SEED = Number(process.env.GALLEY_SEED ?? 20_261_124)
const RUNS = Number(process.env.GALLEY_RUNS ?? 4)

const FILE = `${LIBRARY}/page.md`
const START = '---\ntitle: A page\n---\n\nStart.\n'

type Step =
  | { readonly kind: 'word' | 'signs' | 'paste'; readonly text: string }
  | { readonly kind: 'key'; readonly key: string; readonly times: number }
  /** Undone and done again. */
  | { readonly kind: 'back and forth'; readonly times: number }

const word = fc.stringMatching(/^[a-zäöüß]{1,5}$/)
const signs = fc.constantFrom(
  ...['# ', '## ', '- ', '1. ', '> ', '[ ] ', '*', '**', '_', '`', '"', "'", '-- ', '... '],
  ...[' ', '---', '| ', '<', '&', '\\', ') '],
)
const structure = fc.constantFrom(
  ...['Enter', 'Enter', 'Enter', 'Shift+Enter', 'Tab', 'Shift+Tab'],
  ...['Backspace', 'Backspace', 'Backspace', 'Delete', 'Delete'],
  ...['Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown', 'Mod+B', 'Mod+I', 'Mod+Alt+2', 'Mod+Shift+Q'],
)
const moves = fc.constantFrom(
  ...['Home', 'End', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
  ...['Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowUp', 'Shift+Home', 'Shift+End', 'Mod+A'],
)
const times = fc.integer({ min: 1, max: 4 })

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: word.map((text): Step => ({ kind: 'word', text })) },
  { weight: 5, arbitrary: signs.map((text): Step => ({ kind: 'signs', text })) },
  { weight: 5, arbitrary: structure.map((key): Step => ({ kind: 'key', key, times: 1 })) },
  {
    weight: 4,
    arbitrary: fc.tuple(moves, times).map(
      ([key, count]): Step => ({
        kind: 'key',
        key,
        times: key === 'Mod+A' ? 1 : count,
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(word, { minLength: 1, maxLength: 3 })
      .map((words): Step => ({ kind: 'paste', text: words.join(' ') })),
  },
  { weight: 1, arbitrary: times.map((count): Step => ({ kind: 'back and forth', times: count })) },
)

const sequence = fc.array(step, { minLength: 25, maxLength: 45 })

async function take(typist: Typist, done: Step): Promise<void> {
  switch (done.kind) {
    case 'word':
    case 'signs':
      return typist.type(done.text)
    case 'paste':
      return typist.paste(done.text)
    case 'key':
      return typist.press(done.key, done.times)
    case 'back and forth':
      await typist.press('Mod+Z', done.times)
      return typist.press('Mod+Shift+Z', done.times)
  }
}

const sorted = (text: string): string => [...text].sort().join('')

/** Whether `part` is `whole` with some letters left out. */
function isLeftOf(part: string, whole: string): boolean {
  let at = 0
  for (const letter of whole) if (letter === part[at]) at++
  return at === part.length
}

/** Which letters may stand on the page after a step, by what a plain text would hold. */
function mayFollow({ all, start, end, hasTable }: Letters, done: Step, after: string): boolean {
  const [a, b] = [start ?? 0, end ?? 0]
  const isKnown = start !== null && end !== null
  const rest = all.slice(0, a) + all.slice(b)
  const without = (from: number, to: number): boolean =>
    after === all.slice(0, from) + all.slice(to) ||
    // A selection across cells empties them, and a row's cells stay.
    (hasTable && isLeftOf(after, all) && isLeftOf(rest, after))
  switch (done.kind) {
    case 'word':
    case 'paste': {
      const put = done.text.replaceAll(' ', '')
      if (!isKnown || hasTable) return sorted(after).length >= put.length && after.includes(put)
      return after === all.slice(0, a) + put + all.slice(b)
    }
    case 'signs':
      // What goes around a selection leaves it there.
      return after === all || (isKnown && without(a, b))
    case 'back and forth':
      return after === all
    case 'key':
      break
  }
  switch (done.key) {
    case 'Backspace':
      return (
        after === all || (isKnown && (a === b ? without(Math.max(0, a - 1), a) : without(a, b)))
      )
    case 'Delete':
      return after === all || (isKnown && (a === b ? without(a, a + 1) : without(a, b)))
    case 'Enter':
    case 'Shift+Enter':
    case 'Tab':
      return after === all || (isKnown && without(a, b))
    case 'Alt+Shift+ArrowUp':
    case 'Alt+Shift+ArrowDown':
      return sorted(after) === sorted(all)
    default:
      return after === all
  }
}

test('whatever is typed, no letter is lost, nothing throws, and undo leads back to the start', async ({
  desk,
}) => {
  test.slow()
  const { page, editor } = desk
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  desk.home.write(FILE, START)
  await desk.openLibrary()
  await desk.library.open('A page')
  const typist = await createTypist(page, editor)
  for (const [index, steps] of fc.sample(sequence, { numRuns: RUNS, seed: SEED }).entries()) {
    await editor.caretAfter('Start.')
    // A new edit, so that nothing of the sequence before can be done again.
    await typist.type(' ')
    let before = await typist.look()
    for (const [count, done] of steps.entries()) {
      await take(typist, done)
      const after = await typist.look()
      const told = `sequence ${index}, step ${count} of ${JSON.stringify(steps.slice(0, count + 1))}: ${JSON.stringify(before)}`
      if (!mayFollow(before, done, after.all)) expect(after.all, told).toBe(before.all)
      before = after
    }
    const undo = () =>
      expect(async () => {
        await typist.press('Mod+Z', 40)
        expect(await editor.body.textContent(), JSON.stringify(steps)).toBe('Start.')
      }).toPass({ timeout: 30_000 })
    await undo()
    await expect(async () => {
      await typist.press('Mod+Shift+Z', 40)
      expect((await typist.look()).all, JSON.stringify(steps)).toBe(before.all)
    }).toPass({ timeout: 30_000 })
    await undo()
    await desk.press('Mod+S')
    await expect(() => expect(desk.home.read(FILE)).toBe(START)).toPass({ timeout: 10_000 })
  }
  expect(faults).toEqual([])
  await expect(page.getByText('The editor stumbled')).toHaveCount(0)
})
