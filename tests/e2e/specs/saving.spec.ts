import { expect, test } from '../desk'
import { LIBRARY } from '../pages/Desk'

/** Written by no serialiser of ours: every habit that a rewrite would change. */
const ODD = [
  '---',
  "title:   'Odd habits'   # kept",
  'status: draft',
  '---',
  '',
  'Setext heading',
  '--------------',
  '',
  '*  a star bullet',
  '*  another',
  '',
  'A paragraph with __bold__ and a [reference][ref]\\',
  'over two lines.   ',
  '',
  'The paragraph to be edited.',
  '',
  '| a | b |',
  '|:--|--:|',
  '| 1 | 2 |',
  '',
  '[ref]: <https://example.org/a b>  "Title"',
  '',
  '',
  '***',
].join('\r\n')

test.describe('saving', () => {
  let opened = 0
  let file = ''
  let odd = ''

  test.beforeEach(async ({ sharedDesk: { home, library, editor } }) => {
    const title = `Odd habits ${++opened}.`
    file = `${LIBRARY}/odd-${opened}.md`
    odd = ODD.replace('Odd habits', title)
    home.write(file, odd)
    await library.open(title)
    await expect(editor.headline).toHaveValue(title)
  })

  test('changes no byte of an article that was only opened', async ({ sharedDesk: desk }) => {
    const { home } = desk
    await expect(desk.editor.body).toContainText('to be edited')
    await desk.press('Mod+S')
    await expect(desk.saveMark).toHaveText('Saved')
    expect(home.read(file)).toBe(odd)
  })

  test('changes only the bytes of the paragraph that was edited', async ({ sharedDesk: desk }) => {
    const { home } = desk
    await desk.editor.caretAfter('The paragraph to be edited.')
    await desk.editor.type(' And it was.')
    await expect(desk.saveMark).toHaveText('Saved')
    await expect(() => {
      expect(home.read(file)).toBe(odd.replace('to be edited.', 'to be edited. And it was.'))
    }).toPass()
  })

  test('gives the file back byte for byte when every edit is undone', async ({
    sharedDesk: desk,
  }) => {
    const { home } = desk
    await desk.editor.caretAfter('The paragraph to be edited.')
    await desk.editor.type(' Gone again.')
    await expect(() => expect(home.read(file)).toContain('Gone again.')).toPass()
    await expect(async () => {
      await desk.press('Mod+Z')
      await expect(desk.editor.body).not.toContainText('G', { timeout: 500 })
    }).toPass()
    await desk.press('Mod+S')
    await expect(() => expect(home.read(file)).toBe(odd)).toPass()
  })

  test('opens a long article, and changes only what was edited in it', async ({
    sharedDesk: desk,
  }) => {
    const { home } = desk
    const paragraphs = Array.from({ length: 400 }, (_, index) => `Paragraph __number__ ${index}.`)
    const long = `---\ntitle: Four hundred paragraphs\n---\n\n${paragraphs.join('\n\n')}\n`
    home.write(`${LIBRARY}/long.md`, long)
    await desk.library.open('Four hundred paragraphs')
    await expect(desk.preview.article).toContainText('Paragraph number 399.')
    await desk.editor.caretAfter('number')
    await desk.editor.type(' Edited.')
    await expect(() => {
      const edited = paragraphs.map((each, index) => (index === 0 ? `${each} Edited.` : each))
      expect(home.read(`${LIBRARY}/long.md`)).toBe(
        long.replace(paragraphs.join('\n\n'), edited.join('\n\n')),
      )
    }).toPass()
  })

  test('changes only the headline when the headline is edited', async ({ sharedDesk: desk }) => {
    const { home } = desk
    await desk.editor.headline.fill(`Odder habits ${opened}.`)
    await expect(() => {
      expect(home.read(file)).toBe(odd.replace('Odd habits', 'Odder habits'))
    }).toPass()
  })

  test('keeps what another program wrote meanwhile, and what was typed', async ({
    sharedDesk: desk,
  }) => {
    const { home } = desk
    await desk.editor.caretAfter('The paragraph to be edited.')
    home.write(file, odd.replace('draft', 'final').replace('another', 'another of theirs'))
    await desk.editor.type(' Mine.')
    await expect(() => {
      expect(home.read(file)).toBe(
        odd
          .replace('draft', 'final')
          .replace('another', 'another of theirs')
          .replace('edited.', 'edited. Mine.'),
      )
    }).toPass()
    await expect(desk.editor.body).toContainText('another of theirs')
    await expect(desk.editor.body).toContainText('edited. Mine.')
  })
})
