import fc from 'fast-check'
import { expect, test } from '../desk'
import { LIBRARY } from '../pages/Desk'

const FILE = `${LIBRARY}/page.md`
const START = '---\ntitle: A page\n---\n\nStart.\n'

type Step =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'signs'; readonly text: string }
  | { readonly kind: 'key'; readonly key: string }

const word = fc.stringMatching(/^[a-zäöüß]{1,6}$/).map((text): Step => ({ kind: 'word', text }))
const signs = fc
  .constantFrom(
    '# ',
    '## ',
    '- ',
    '1. ',
    '> ',
    '[ ] ',
    '*',
    '**',
    '_',
    '"',
    "'",
    '-- ',
    '... ',
    ' ',
    '---',
    '|',
    '<',
    '&',
  )
  .map((text): Step => ({ kind: 'signs', text }))
const key = fc
  .constantFrom(
    'Enter',
    'Enter',
    'Shift+Enter',
    'Home',
    'End',
    'ArrowUp',
    'ArrowLeft',
    'ArrowRight',
    'Tab',
    'Alt+Shift+ArrowUp',
    'Alt+Shift+ArrowDown',
    'ControlOrMeta+B',
  )
  .map((name): Step => ({ kind: 'key', key: name }))

const sequence = fc.array(
  fc.oneof({ weight: 3, arbitrary: word }, { weight: 3, arbitrary: signs }, key),
  {
    minLength: 15,
    maxLength: 35,
  },
)

/** Letters keep their number whatever a sign before them came to mean. */
function letters(text: string): string {
  return [...text.replace(/[^\p{L}]/gu, '')].sort().join('')
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
  const seed = Date.now() % 1_000_000
  for (const [index, steps] of fc.sample(sequence, { numRuns: 3, seed }).entries()) {
    const told = `seed ${seed}, sequence ${index}: ${JSON.stringify(steps)}`
    await editor.caretAfter('Start.')
    let model = 'Start'
    for (const step of steps) {
      if (step.kind === 'key') await page.keyboard.press(step.key)
      else await page.keyboard.type(step.text)
      if (step.kind === 'word') model += step.text
    }
    expect(letters((await editor.body.textContent()) ?? ''), told).toBe(letters(model))
    await expect(async () => {
      for (let count = 0; count < 20; count++) await desk.press('Mod+Z')
      expect(await editor.body.textContent(), told).toBe('Start.')
    }).toPass({ timeout: 30_000 })
    await desk.press('Mod+S')
    await expect(() => expect(desk.home.read(FILE), told).toBe(START)).toPass({ timeout: 10_000 })
  }
  expect(faults).toEqual([])
  await expect(page.getByText('The editor stumbled')).toHaveCount(0)
})
