import { cleanText, listFile, parseReview } from '../../../shared/review'
import { expect, test } from '../desk'
import { createHand } from '../hand'
import { type Desk, LIBRARY } from '../pages/Desk'
import { SUGGESTING_CASES } from '../suggestingCases'

/** All cases in one article, each under a heading of its own; what is typed last says that all is saved. */
function articleOf(title: string, starts: readonly string[]): string {
  // Two blocks stand between each two, so that none leans on another.
  const sections = starts.map(
    (start, index) => `## Case ${index}\n\nCase ${index} begins.\n\n${start}\n`,
  )
  return `---\ntitle: ${title}\n---\n\n${sections.join('\n')}\n## The rest\n\nAll is done.\n`
}

const bodyOf = (file: string): string => file.replace(/^---\n[\s\S]*?\n---\n/, '')

/** What stands under the heading of a case. */
function sectionOf(file: string, index: number): string {
  const [, after = ''] = file.split(`## Case ${index}\n`)
  return after.split(/\n## (?:Case|The rest)/)[0] ?? ''
}

async function sayName(desk: Desk, name: string): Promise<void> {
  await desk.command('Settings')
  await desk.dialog.getByRole('textbox', { name: 'Your name' }).fill(name)
  await desk.dialog.getByRole('button', { name: 'Done' }).click()
}

async function suggestFrom(desk: Desk): Promise<void> {
  await desk.press('Mod+Shift+G')
  await expect(desk.page.getByRole('radio', { name: 'Suggesting' })).toBeChecked()
}

test('suggests all that is hard by real keys: rejected it is the original, accepted what the keys make of it otherwise', async ({
  desk,
  home,
}) => {
  const starts = SUGGESTING_CASES.map(({ start }) => start)
  const start = articleOf('Suggested', starts)
  const plain = articleOf(
    'Edited',
    starts.map((each) => cleanText(each, 'accepted')),
  )
  home.write(`${LIBRARY}/suggested.md`, start)
  home.write(`${LIBRARY}/edited.md`, plain)
  await desk.openLibrary()
  await sayName(desk, 'Ben Dahl')

  async function play(name: 'edited' | 'suggested'): Promise<string> {
    await desk.library.open(name === 'edited' ? 'Edited' : 'Suggested')
    await expect(desk.editor.body).toContainText('All is done.')
    if (name === 'suggested') await suggestFrom(desk)
    const hand = await createHand(desk)
    for (const each of SUGGESTING_CASES) await test.step(each.name, () => each.keys(hand))
    await hand.at('All is done.|')
    await hand.type('!')
    const read = () => home.read(`${LIBRARY}/${name}.md`)
    await expect.poll(() => cleanText(read(), 'accepted')).toContain('All is done.!')
    return read()
  }

  const edited = await play('edited')
  const suggested = await play('suggested')
  const accepted = cleanText(suggested, 'accepted')
  const original = cleanText(suggested, 'original')
  for (const [index, { name }] of SUGGESTING_CASES.entries()) {
    const made = sectionOf(edited, index)
    expect.soft(made, `${name}: something is edited`).not.toBe(sectionOf(plain, index))
    expect.soft(sectionOf(accepted, index), `${name}: accepted`).toBe(made)
    const before = sectionOf(cleanText(start, 'original'), index)
    expect.soft(sectionOf(original, index), `${name}: rejected`).toBe(before)
  }
  expect(bodyOf(accepted)).toBe(bodyOf(edited))
  expect(bodyOf(original)).toBe(bodyOf(cleanText(start, 'original')))

  // Opened anew it is the same review, and undo takes back what is done from then on.
  await desk.page.reload()
  await expect(desk.editor.body).toContainText('All is done.!')
  const read = () => home.read(`${LIBRARY}/suggested.md`)
  const says = (body: string) => expect.poll(() => bodyOf(read())).toBe(body)
  const count = listFile(parseReview(suggested)).suggestions.length
  const review = desk.page.getByRole('complementary', { name: 'Review' })
  await desk.press('Alt+F8')
  await expect(review.getByText(`${count} suggestions`)).toBeVisible()
  await review.getByRole('button', { name: 'Cards as a list' }).click()
  await expect(review.getByText(/^Moved (up|down)$/)).toHaveCount(2)
  for (const [command, body] of [
    ['Reject all suggestions', bodyOf(original)],
    ['Accept all suggestions', bodyOf(accepted)],
  ] as const) {
    await desk.command(command)
    await says(body)
    await desk.editor.body.focus()
    await desk.press('Mod+Z')
    await says(bodyOf(suggested))
  }
})
