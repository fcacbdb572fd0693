import fc from 'fast-check'
import { expect, test } from '../desk'
import { LIBRARY } from '../pages/Desk'
import { createTypist, type Letters, type Typist } from '../typist'

/** The same sequences in every run; `GALLEY_SEED` and `GALLEY_RUNS` look further. */
const SEED = Number(process.env.GALLEY_SEED ?? 20_261_124)
const RUNS = Number(process.env.GALLEY_RUNS ?? 2)

const FILE = `${LIBRARY}/page.md`
const START = '---\ntitle: A page\n---\n\nStart.\n'

type Step =
  | { readonly kind: 'word' | 'signs' | 'paste'; readonly text: string }
  | { readonly kind: 'key'; readonly key: string; readonly times: number }
  | {
      readonly kind: 'menu'
      readonly sign: string
      readonly query: string
      /** The letters that choosing puts in the place of the query. */
      readonly gives: string
      readonly isChosen: boolean
    }
  /** With an input method: what stands there on the way, and at the end. */
  | { readonly kind: 'compose'; readonly parts: readonly string[]; readonly text: string }
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

const MENUS = [
  ...['quot', 'bullet', 'code', 'divider', 'paragraph'].map((query) => ({
    sign: '/',
    query,
    gives: '',
  })),
  { sign: ':', query: 'rocket', gives: '' },
  { sign: '[[', query: 'quay', gives: 'Quayside' },
] as const
const menu = fc
  .tuple(fc.constantFrom(...MENUS), fc.boolean())
  .map(([entry, isChosen]): Step => ({ kind: 'menu', ...entry, isChosen }))

const compose = fc
  .tuple(
    fc.constantFrom(['k', 'か', 'かん', '漢字'], ['´', 'é'], ['n', 'ni', '你', '你好'], ['한']),
    fc.boolean(),
  )
  .map(
    ([parts, isKept]): Step => ({
      kind: 'compose',
      parts,
      text: isKept ? (parts.at(-1) ?? '') : '',
    }),
  )

/** What each run goes through whatever is drawn by lot: every menu in a line of its own, and an input method. */
const OPENING: readonly Step[] = [
  { kind: 'key', key: 'Enter', times: 1 },
  { kind: 'menu', sign: '/', query: 'quot', gives: '', isChosen: true },
  { kind: 'menu', sign: ':', query: 'rocket', gives: '', isChosen: true },
  { kind: 'compose', parts: ['k', 'か', 'かん'], text: '漢字' },
  { kind: 'menu', sign: '[[', query: 'quay', gives: 'Quayside', isChosen: true },
]

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
  { weight: 2, arbitrary: menu },
  { weight: 2, arbitrary: compose },
  { weight: 1, arbitrary: times.map((count): Step => ({ kind: 'back and forth', times: count })) },
)

const sequence = fc.array(step, { minLength: 55, maxLength: 75 })

/** A menu is drawn some frames after the letter that opens it, if one opens at all. */
const FRAMES = { opening: 1200, later: 12 } as const

async function take(typist: Typist, done: Step, when: keyof typeof FRAMES): Promise<void> {
  switch (done.kind) {
    case 'word':
    case 'signs':
      return typist.type(done.text)
    case 'paste':
      return typist.paste(done.text)
    case 'key':
      return typist.press(done.key, done.times)
    case 'compose':
      return typist.compose(done.parts, done.text)
    case 'menu': {
      const typed = ` ${done.sign}${done.query}`
      const isOpen = await typist.openMenu(typed, FRAMES[when])
      if (when === 'opening') expect(isOpen, `the menu of ${done.sign}`).toBe(true)
      if (isOpen && done.isChosen) return typist.press('Enter')
      // Whether Escape closed it or it did not open there: the letters are the writer's, who takes them away.
      if (isOpen) await typist.press('Escape')
      return typist.press('Backspace', [...typed].length)
    }
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
function mayFollow(before: Letters, done: Step, after: string): boolean {
  const { all, start, end, hasTable } = before
  const [a, b] = [start ?? 0, end ?? 0]
  const isKnown = start !== null && end !== null
  const rest = all.slice(0, a) + all.slice(b)
  const withPut = (put: string): boolean => {
    if (isKnown && !hasTable) return after === all.slice(0, a) + put + all.slice(b)
    return after.includes(put) && isLeftOf(rest, after)
  }
  switch (done.kind) {
    case 'word':
    case 'paste': {
      const put = done.text.replaceAll(' ', '')
      if (!isKnown || hasTable) return sorted(after).length >= put.length && after.includes(put)
      return withPut(put)
    }
    case 'signs':
      // What goes around a selection leaves it there.
      return after === all || (isKnown && mayLack(before, after, a, b))
    case 'compose':
      return withPut(done.text.replace(/\P{L}/gu, ''))
    case 'menu':
      return withPut('') || withPut(done.gives)
    case 'back and forth':
      return after === all
    case 'key':
      return mayFollowKey(before, done.key, after)
  }
}

/** Whether these letters are gone and no others. */
function mayLack({ all, start, end, hasTable }: Letters, after: string, from: number, to: number) {
  if (after === all.slice(0, from) + all.slice(to)) return true
  // A selection across cells empties them, and a row's cells stay.
  const rest = all.slice(0, start ?? 0) + all.slice(end ?? 0)
  return hasTable && isLeftOf(after, all) && isLeftOf(rest, after)
}

function mayFollowKey(before: Letters, key: string, after: string): boolean {
  const { all, start: a, end: b } = before
  if (after === all) return true
  switch (key) {
    case 'Alt+Shift+ArrowUp':
    case 'Alt+Shift+ArrowDown':
      return sorted(after) === sorted(all)
    case 'Backspace':
      return a !== null && b !== null && mayLack(before, after, a === b ? Math.max(0, a - 1) : a, b)
    case 'Delete':
      return a !== null && b !== null && mayLack(before, after, a, a === b ? a + 1 : b)
    case 'Enter':
    case 'Shift+Enter':
    case 'Tab':
      return a !== null && b !== null && mayLack(before, after, a, b)
    default:
      return false
  }
}

test('whatever is typed, no letter is lost, nothing throws, and undo leads back to the start', async ({
  desk,
}) => {
  const { page, editor } = desk
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  desk.home.write(FILE, START)
  desk.home.write(`${LIBRARY}/quay.md`, '---\ntitle: Quayside\n---\n\nA quay.\n')
  await desk.openLibrary()
  await desk.command('Settings')
  await desk.dialog.getByRole('textbox', { name: 'Your name' }).fill('Ana Ruiz')
  await desk.dialog.getByRole('button', { name: 'Done' }).click()
  await desk.library.open('A page')
  const typist = await createTypist(page, editor)

  /** Presses a key until the page reads so: as often as it takes, for nobody counts the steps. */
  async function until(
    keys: string,
    read: () => Promise<string | null>,
    wanted: string,
    told: string,
  ): Promise<void> {
    let seen: string | null = null
    for (let round = 0; round < 12 && seen !== wanted; round++) {
      await typist.press(keys, 40)
      await typist.look()
      seen = await read()
    }
    expect(seen, told).toBe(wanted)
  }
  const words = () => editor.body.textContent()
  const letters = async () => (await typist.look()).all

  for (const [index, drawn] of fc.sample(sequence, { numRuns: RUNS, seed: SEED }).entries()) {
    const steps = [...OPENING, ...drawn]
    await editor.caretAfter('Start.')
    const isSuggesting = index % 2 === 1
    if (isSuggesting) await desk.press('Mod+Shift+G')
    const mode = page.getByRole('radio', { name: isSuggesting ? 'Suggesting' : 'Editing' })
    await expect(mode).toBeChecked()
    // A new edit, so that nothing of the sequence before can be done again.
    await typist.type(' ')
    let before = await typist.look()
    for (const [count, done] of steps.entries()) {
      await take(typist, done, count < OPENING.length ? 'opening' : 'later')
      const after = await typist.look()
      const told = `sequence ${index}, step ${count} of ${JSON.stringify(steps.slice(0, count + 1))}: ${JSON.stringify(before)}`
      if (!mayFollow(before, done, after.all)) expect(after.all, told).toBe(before.all)
      before = after
    }
    const told = `sequence ${index}: ${JSON.stringify(steps)}`
    await until('Mod+Z', words, 'Start.', told)
    await until('Mod+Shift+Z', letters, before.all, told)
    await until('Mod+Z', words, 'Start.', told)
    if (isSuggesting) await desk.press('Mod+Shift+G')
  }
  await desk.press('Mod+S')
  await expect(() => expect(desk.home.read(FILE)).toBe(START)).toPass()
  expect(faults).toEqual([])
  await expect(page.getByText('The editor stumbled')).toHaveCount(0)
})
